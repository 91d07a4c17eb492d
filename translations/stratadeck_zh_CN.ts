<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Alerts</name>
    <message>
        <source>Folded: it follows from another alert that fires.</source>
        <translation>已折叠：由另一个正在触发的告警引起。</translation>
    </message>
    <message>
        <source>Hidden from notices: it changes back and forth too often to tell each time.</source>
        <translation>不发送通知：状态反复变化过于频繁。</translation>
    </message>
    <message>
        <source>Unavailable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Core function</source>
        <translation>核心功能</translation>
    </message>
    <message>
        <source>Other function</source>
        <translation>非核心功能</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>respond at once</source>
        <translation>立即响应</translation>
    </message>
    <message>
        <source>respond within 1 hour</source>
        <translation>1 小时内响应</translation>
    </message>
    <message>
        <source>respond within 4 hours</source>
        <translation>4 小时内响应</translation>
    </message>
    <message>
        <source>respond within 24 hours</source>
        <translation>24 小时内响应</translation>
    </message>
    <message>
        <source>Alert without a name</source>
        <translation>未命名的告警</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>已抑制</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>已重新打开</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新告警</translation>
    </message>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>beyond its threshold, not long enough yet</source>
        <translation>已超过阈值，但持续时间尚不足</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>触发中</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>恢复中</translation>
    </message>
    <message>
        <source>no data any more</source>
        <translation>已无数据</translation>
    </message>
    <message>
        <source>cannot be measured</source>
        <translation>无法测量</translation>
    </message>
    <message>
        <source>paused, %1 left</source>
        <extracomment>Of a clock that stands still; %1 is a length of time</extracomment>
        <translation>已暂停，剩余 %1</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>须立即响应</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>%1 left to respond</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>剩余响应时间 %1</translation>
    </message>
    <message>
        <source>Shown: %1 is %2.</source>
        <extracomment>%1 is the name of a rule, %2 says how what it watches stands: firing, recovering</extracomment>
        <translation>显示原因：%1 %2。</translation>
    </message>
    <message>
        <source>Raised by a rule of this program.</source>
        <translation>由本程序的规则触发。</translation>
    </message>
    <message>
        <source>Raised by another program.</source>
        <translation>由其他程序触发。</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>consequence of another alert</source>
        <translation>由另一告警引起</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>flapping</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Fired again: reopened</source>
        <translation>再次触发：已重新打开</translation>
    </message>
    <message>
        <source>The acknowledgement ended</source>
        <translation>确认已失效</translation>
    </message>
    <message>
        <source>Escalated: nobody had responded</source>
        <translation>已升级：无人响应</translation>
    </message>
    <message>
        <source>Severity set to P0</source>
        <translation>严重级别设为 P0</translation>
    </message>
    <message>
        <source>Severity set to P1</source>
        <translation>严重级别设为 P1</translation>
    </message>
    <message>
        <source>Severity set to P2</source>
        <translation>严重级别设为 P2</translation>
    </message>
    <message>
        <source>Severity set to P3</source>
        <translation>严重级别设为 P3</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已静默</translation>
    </message>
    <message>
        <source>The silence ended</source>
        <translation>静默结束</translation>
    </message>
    <message>
        <source>Folded: another alert explains it</source>
        <translation>已折叠：由另一告警解释</translation>
    </message>
    <message>
        <source>No longer explained by another alert</source>
        <translation>不再由另一告警解释</translation>
    </message>
    <message>
        <source>Maintenance began</source>
        <translation>维护开始</translation>
    </message>
    <message>
        <source>Maintenance ended</source>
        <translation>维护结束</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>The hold ended</source>
        <translation>搁置结束</translation>
    </message>
    <message>
        <source>Began to flap</source>
        <translation>开始抖动</translation>
    </message>
    <message>
        <source>Stopped flapping</source>
        <translation>停止抖动</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <extracomment>What happened to an alert, and by whom</extracomment>
        <translation>%1，操作者 %2</translation>
    </message>
    <message>
        <source>fired at %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>触发于 %1</translation>
    </message>
    <message>
        <source>Hidden from notices: %1.</source>
        <extracomment>%1 is silence, maintenance or hold</extracomment>
        <translation>不发送通知：%1。</translation>
    </message>
    <message>
        <source>It ends at %1.</source>
        <extracomment>Of a silence; %1 is a time</extracomment>
        <translation>于 %1 结束。</translation>
    </message>
    <message>
        <source>Set by %1.</source>
        <extracomment>Of a silence; %1 is a person</extracomment>
        <translation>由 %1 设置。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <extracomment>Of a silence; %1 is what somebody wrote</extracomment>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Its severity is a guess: the settings do not know its word for it.</source>
        <translation>其严重程度是猜测的：设置中没有它所用的词。</translation>
    </message>
</context>
<context>
    <name>ChannelTest</name>
    <message>
        <source>This is a test of Stratadeck. Nothing has happened.</source>
        <translation>这是 Stratadeck 的测试，什么也没有发生。</translation>
    </message>
</context>
<context>
    <name>ChannelText</name>
    <message>
        <source>It cannot be reached.</source>
        <translation>无法连接。</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>未及时应答。</translation>
    </message>
    <message>
        <source>It refused. Check the address, the token or the password.</source>
        <translation>对方拒绝。请检查地址、令牌或密码。</translation>
    </message>
    <message>
        <source>It is in use by another program.</source>
        <translation>正被其他程序占用。</translation>
    </message>
    <message>
        <source>There is no such place, or no token or password is kept for it.</source>
        <translation>没有这个地址，或没有为它保存令牌或密码。</translation>
    </message>
    <message>
        <source>What is to be delivered cannot be kept. Check free space and permissions.</source>
        <translation>待投递的内容无法保存。请检查剩余空间和权限。</translation>
    </message>
    <message>
        <source>It does not take what it is sent.</source>
        <translation>对方不接受所发送的内容。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a sentence that says what is wrong, %2 what the other side or the system said, in English</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Worked last at %1.</source>
        <translation>上次成功：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) wait.</source>
        <translation>
            <numerusform>有 %n 条通知待投递。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was to be sent yet.</source>
        <translation>尚无内容需要发送。</translation>
    </message>
    <message>
        <source>Another process records, and tells people.</source>
        <translation>由另一个进程记录并通知。</translation>
    </message>
    <message>
        <source>Not in use yet.</source>
        <translation>尚未使用。</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>What happened</source>
        <translation>发生的事件</translation>
    </message>
    <message numerus="yes">
        <source>What happened last; %n earlier not listed</source>
        <translation>
            <numerusform>最近发生的事件；另有 %n 项较早的未列出</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Analysis, section %1</source>
        <extracomment>The analysis that the product follows, with its section</extracomment>
        <translation>分析文档第 %1 节</translation>
    </message>
    <message>
        <source>Resource overhead</source>
        <translation>资源开销</translation>
    </message>
    <message>
        <source>high (a whole OS)</source>
        <translation>高（完整操作系统）</translation>
    </message>
    <message>
        <source>low (shared kernel)</source>
        <translation>低（共享内核）</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟级</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒级</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>隔离性</translation>
    </message>
    <message>
        <source>strong (hardware)</source>
        <translation>强（硬件级）</translation>
    </message>
    <message>
        <source>medium (process)</source>
        <translation>中等（进程级）</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Portability</source>
        <translation>可移植性</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>优秀</translation>
    </message>
    <message>
        <source>Management complexity</source>
        <translation>管理复杂度</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Security level</source>
        <translation>安全等级</translation>
    </message>
    <message>
        <source>CPU overhead</source>
        <translation>CPU 开销</translation>
    </message>
    <message>
        <source>5–15 % (hypervisor)</source>
        <translation>5–15 %（虚拟机监控器）</translation>
    </message>
    <message>
        <source>1–3 % (namespaces)</source>
        <translation>1–3 %（命名空间）</translation>
    </message>
    <message>
        <source>Memory overhead</source>
        <translation>内存开销</translation>
    </message>
    <message>
        <source>an OS of its own in each VM</source>
        <translation>每个虚拟机都有独立操作系统</translation>
    </message>
    <message>
        <source>shared kernel, well used</source>
        <translation>共享内核，利用率高</translation>
    </message>
    <message>
        <source>I/O performance</source>
        <translation>I/O 性能</translation>
    </message>
    <message>
        <source>close to native (passed-through hardware)</source>
        <translation>接近原生（硬件直通）</translation>
    </message>
    <message>
        <source>as the host allows</source>
        <translation>受宿主机限制</translation>
    </message>
    <message>
        <source>Network latency</source>
        <translation>网络延迟</translation>
    </message>
    <message>
        <source>microseconds</source>
        <translation>微秒级</translation>
    </message>
    <message>
        <source>nanoseconds</source>
        <translation>纳秒级</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Sample every source into the history file.</source>
        <translation>把每个数据源的采样写入历史文件。</translation>
    </message>
    <message>
        <source>List hosts, VMs and containers with state, identity and current figures.</source>
        <translation>列出主机、虚拟机和容器及其状态、标识和当前数值。</translation>
    </message>
    <message>
        <source>Usage: stratadeck-cli COMMAND [options]</source>
        <translation>用法：stratadeck-cli 命令 [选项]</translation>
    </message>
    <message>
        <source>stratadeck-cli COMMAND --help shows the options of a command.</source>
        <translation>stratadeck-cli 命令 --help 显示该命令的选项。</translation>
    </message>
    <message>
        <source>List every metric with unit, kind, entities and definition.</source>
        <translation>列出每个指标的单位、类型、适用实体和定义。</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>输出 JSON。</translation>
    </message>
    <message>
        <source>Print the history of a metric as CSV or JSON; gaps are empty values.</source>
        <translation>以 CSV 或 JSON 输出指标历史；缺口为空值。</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) stored</source>
        <extracomment>A status line: number of samples stored, then the sources with their states</extracomment>
        <translation>
            <numerusform>已存储 %n 个采样</numerusform>
        </translation>
    </message>
    <message>
        <source>A source to read; may be repeated. Found by itself when none is given.</source>
        <translation>要读取的数据源；可重复给出。未给出时自动查找。</translation>
    </message>
    <message>
        <source>History file.</source>
        <translation>历史文件。</translation>
    </message>
    <message>
        <source>Stop after this many seconds.</source>
        <translation>在此秒数后停止。</translation>
    </message>
    <message>
        <source>Stop after one sweep of every source.</source>
        <translation>每个数据源采集一轮后停止。</translation>
    </message>
    <message>
        <source>Milliseconds between sweeps.</source>
        <translation>两轮采集之间的毫秒数。</translation>
    </message>
    <message>
        <source>Also write the raw session to this file, for replay:FILE.</source>
        <translation>同时把原始会话写入此文件，供 replay:FILE 使用。</translation>
    </message>
    <message>
        <source>Print a summary as JSON at the end.</source>
        <translation>结束时以 JSON 输出摘要。</translation>
    </message>
    <message>
        <source>Entity id, key or name.</source>
        <translation>实体的编号、键或名称。</translation>
    </message>
    <message>
        <source>Metric id, see the metrics command.</source>
        <translation>指标标识，见 metrics 命令。</translation>
    </message>
    <message>
        <source>Only this disk, interface or CPU.</source>
        <translation>仅此磁盘、接口或 CPU。</translation>
    </message>
    <message>
        <source>Start: ISO-8601, seconds since 1970, or relative like -2h.</source>
        <translation>起点：ISO-8601、自 1970 年起的秒数，或如 -2h 的相对时间。</translation>
    </message>
    <message>
        <source>End, not included.</source>
        <translation>终点（不含）。</translation>
    </message>
    <message>
        <source>Divide the range into this many equal parts.</source>
        <translation>把范围等分为这么多段。</translation>
    </message>
    <message>
        <source>How a part is summed up.</source>
        <translation>每段的汇总方式。</translation>
    </message>
    <message>
        <source>Output format.</source>
        <translation>输出格式。</translation>
    </message>
    <message>
        <source>Check a history file: one fault a line.</source>
        <translation>检查历史文件：每行一处错误。</translation>
    </message>
    <message>
        <source>Print what a history file holds and the room it takes.</source>
        <translation>显示历史文件的内容及其占用的空间。</translation>
    </message>
    <message>
        <source>Rebuild a history file that nobody uses so that it takes the least room.</source>
        <translation>重建无人使用的历史文件，使其占用最少的空间。</translation>
    </message>
    <message>
        <source>Copy a history file to FILE, also while it is being written.</source>
        <translation>将历史文件复制到 FILE，正在写入时也可以。</translation>
    </message>
    <message>
        <source>Replace FILE when it exists.</source>
        <translation>FILE 已存在时将其替换。</translation>
    </message>
    <message>
        <source>The copy.</source>
        <translation>副本。</translation>
    </message>
    <message>
        <source>Put the copy FILE in the place of a history file, which is kept.</source>
        <translation>用副本 FILE 替换历史文件，原文件会保留。</translation>
    </message>
    <message>
        <source>Print every sample of an entity for other programs; gaps stay gaps.</source>
        <translation>为其他程序输出一个实体的全部采样；缺口仍是缺口。</translation>
    </message>
    <message>
        <source>Only this metric, see the metrics command.</source>
        <translation>仅此指标，参见 metrics 命令。</translation>
    </message>
    <message>
        <source>Write to this file instead of standard output.</source>
        <translation>写入此文件而不是标准输出。</translation>
    </message>
    <message>
        <source>A JSON file, or - for standard input.</source>
        <translation>一个 JSON 文件，或用 - 表示标准输入。</translation>
    </message>
    <message>
        <source>%1 needs a FILE.</source>
        <translation>%1 需要一个 FILE。</translation>
    </message>
    <message>
        <source>Run alert rules and events of a FILE over simulated time.</source>
        <translation>按模拟时间运行 FILE 中的告警规则和事件。</translation>
    </message>
    <message>
        <source>Rank the options of a decision FILE and say how firm that is.</source>
        <translation>对 FILE 中决策的各选项排序，并说明结果的稳固程度。</translation>
    </message>
    <message>
        <source>Compute costs, returns and their uncertainty of a FILE.</source>
        <translation>计算 FILE 中的成本、回报及其不确定性。</translation>
    </message>
    <message>
        <source>Say when alert rules would have fired over recorded history.</source>
        <translation>说明告警规则在已记录的历史上会在何时触发。</translation>
    </message>
    <message>
        <source>Rules: a line of text each, JSON as of alerts replay, or Prometheus YAML.</source>
        <translation>规则：每行一条文本、alerts replay 的 JSON，或 Prometheus YAML。</translation>
    </message>
    <message>
        <source>What is judged: every sample, or minutes of long ranges.</source>
        <translation>评判的对象：每个样本，或较长范围的每分钟数据。</translation>
    </message>
    <message>
        <source>List the assessments of a history file.</source>
        <translation>列出历史文件中的评估。</translation>
    </message>
    <message>
        <source>Write an assessment with its history into a file.</source>
        <translation>将一项评估连同其变更历史写入文件。</translation>
    </message>
    <message>
        <source>Where to write; standard output without.</source>
        <translation>写入位置；省略时写到标准输出。</translation>
    </message>
    <message>
        <source>The decision as Markdown instead of the assessment.</source>
        <translation>改为以 Markdown 输出决策记录。</translation>
    </message>
    <message>
        <source>Id or title of an assessment.</source>
        <translation>评估的标识或标题。</translation>
    </message>
    <message>
        <source>%1 needs an ID.</source>
        <translation>%1 需要一个 ID。</translation>
    </message>
    <message>
        <source>Add an exported assessment to a history file.</source>
        <translation>将导出的评估加入历史文件。</translation>
    </message>
    <message>
        <source>Print what an assessment comes to, and its history.</source>
        <translation>显示评估的结论及其变更历史。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Watches virtual machines, containers and hosts side by side.</source>
        <translation>并排监视虚拟机、容器和主机。</translation>
    </message>
    <message>
        <source>History file for this run.</source>
        <translation>本次运行使用的历史文件。</translation>
    </message>
    <message>
        <source>A source to read in this run; may be repeated.</source>
        <translation>本次运行要读取的数据源；可重复给出。</translation>
    </message>
    <message>
        <source>Settings file for this run.</source>
        <translation>本次运行使用的设置文件。</translation>
    </message>
    <message>
        <source>Save a picture of the window after --duration and quit.</source>
        <translation>经过 --duration 后保存窗口图片并退出。</translation>
    </message>
    <message>
        <source>Seconds before the picture is taken.</source>
        <translation>截图前等待的秒数。</translation>
    </message>
    <message>
        <source>Size of that picture.</source>
        <translation>图片的大小。</translation>
    </message>
    <message>
        <source>Open this host, VM or container, in the window that is running or a new one.</source>
        <translation>打开此主机、虚拟机或容器：在正在运行的窗口中，或在新窗口中。</translation>
    </message>
    <message>
        <source>There is no display to show the window on: neither WAYLAND_DISPLAY nor DISPLAY is set. Start it in a desktop session, or use stratadeck-cli here.</source>
        <translation>没有可显示窗口的显示器：WAYLAND_DISPLAY 和 DISPLAY 均未设置。请在桌面会话中启动，或在此处使用 stratadeck-cli。</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Open graphical console</source>
        <translation>打开图形控制台</translation>
    </message>
    <message>
        <source>Open serial console in a terminal</source>
        <translation>在终端中打开串口控制台</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Open a shell in a terminal</source>
        <translation>在终端中打开 Shell</translation>
    </message>
    <message>
        <source>Shows the screen of the virtual machine in the viewer that is installed.</source>
        <translation>用已安装的查看器显示虚拟机的屏幕。</translation>
    </message>
    <message>
        <source>Connects a terminal to the serial port of the virtual machine. Ctrl+] ends it.</source>
        <translation>用终端连接虚拟机的串口。按 Ctrl+] 结束。</translation>
    </message>
    <message>
        <source>Shows what the container writes, as it writes it, with search.</source>
        <translation>实时显示容器输出的内容，可以搜索。</translation>
    </message>
    <message>
        <source>Starts a shell inside the container, in a terminal.</source>
        <translation>在终端中启动容器内的 Shell。</translation>
    </message>
    <message>
        <source>Its state is not known now.</source>
        <translation>目前不知道其状态。</translation>
    </message>
    <message>
        <source>It does not exist any more; only its history is left.</source>
        <translation>它已不存在，只留下历史记录。</translation>
    </message>
    <message>
        <source>It has never run, so it has no log.</source>
        <translation>它从未运行过，因此没有日志。</translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation>它未在运行。</translation>
    </message>
    <message>
        <source>It is being removed.</source>
        <translation>正在移除。</translation>
    </message>
    <message>
        <source>It is paused; resume it first.</source>
        <translation>它已暂停；请先恢复。</translation>
    </message>
    <message>
        <source>%1 only gives figures; nothing can be opened through it.</source>
        <extracomment>%1 is the URI of a source</extracomment>
        <translation>%1 只提供数据，不能通过它打开控制台。</translation>
    </message>
    <message>
        <source>This engine is reached over the network; a shell opens through a local socket only.</source>
        <translation>该引擎通过网络访问；Shell 只能通过本地套接字打开。</translation>
    </message>
    <message>
        <source>It cannot be named to another program.</source>
        <translation>无法把它的标识交给其他程序。</translation>
    </message>
    <message>
        <source>No viewer is installed. Install the package %1.</source>
        <extracomment>%1 is the name of a package</extracomment>
        <translation>没有安装查看器。请安装软件包 %1。</translation>
    </message>
    <message>
        <source>No terminal is installed. Install the package %1, for example.</source>
        <extracomment>%1 is the name of a package</extracomment>
        <translation>没有安装终端。请安装软件包，例如 %1。</translation>
    </message>
    <message>
        <source>The program for it is not installed. Install the package %1.</source>
        <extracomment>%1 is the name of a package</extracomment>
        <translation>没有安装所需的程序。请安装软件包 %1。</translation>
    </message>
    <message>
        <source>Stratadeck is in read-only mode; through a console things could be changed.</source>
        <translation>Stratadeck 处于只读模式；通过控制台可能会更改内容。</translation>
    </message>
    <message>
        <source>This works for virtual machines only.</source>
        <translation>此操作仅适用于虚拟机。</translation>
    </message>
    <message>
        <source>This works for containers only.</source>
        <translation>此操作仅适用于容器。</translation>
    </message>
    <message>
        <source>This virtual machine has no graphics device; try its serial console.</source>
        <translation>此虚拟机没有图形设备，请尝试串口控制台。</translation>
    </message>
    <message>
        <source>This virtual machine has no serial port that can be reached.</source>
        <translation>此虚拟机没有可以连接的串口。</translation>
    </message>
    <message>
        <source>Looking for what is installed.</source>
        <translation>正在查找已安装的程序。</translation>
    </message>
    <message>
        <source>It has ended. Press Enter to close this window.</source>
        <translation>程序已结束。按回车键关闭此窗口。</translation>
    </message>
</context>
<context>
    <name>ContainerRows</name>
    <message>
        <source>%1, %2 ago</source>
        <extracomment>%1 is a time, %2 a length of time</extracomment>
        <translation>%1（%2前）</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>starting, not judged yet</source>
        <translation>启动中，尚未判定</translation>
    </message>
    <message>
        <source>%1; failed checks in a row: %2</source>
        <extracomment>%1 is a state of health, %2 how often in a row its check failed</extracomment>
        <translation>%1；连续失败的检查次数：%2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>always, unless somebody stopped it</source>
        <translation>总是，除非被人停止</translation>
    </message>
    <message>
        <source>when it fails</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>%1, at most %2 times</source>
        <extracomment>%1 is &quot;when it fails&quot;, %2 a number</extracomment>
        <translation>%1，最多 %2 次</translation>
    </message>
    <message>
        <source>%1, killed because its memory ran out</source>
        <translation>%1，因内存耗尽被终止</translation>
    </message>
    <message>
        <source>%1, killed</source>
        <translation>%1，被强制终止</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Ended before</source>
        <translation>上次结束</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>上次检查</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>检查输出</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Restarts by itself</source>
        <translation>自动重启</translation>
    </message>
    <message>
        <source>Restarted so far</source>
        <translation>已重启次数</translation>
    </message>
    <message>
        <source>inspection by %1</source>
        <extracomment>Where a detail comes from; %1 is the URI of a source</extracomment>
        <translation>来自 %1 的检查信息</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>镜像 ID</translation>
    </message>
    <message>
        <source>Image digest</source>
        <translation>镜像摘要</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>工作目录</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>特权</translation>
    </message>
    <message>
        <source>yes: it may do what its host may</source>
        <translation>是：它能做主机能做的一切</translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation>根文件系统</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>CPU 限制</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>内存限制</translation>
    </message>
    <message>
        <source>Process limit</source>
        <translation>进程数限制</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签数</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>%1 is what is mounted, %2 the kind of mount (&quot;bind&quot;, &quot;volume&quot;), %3 &quot;read-only&quot; or the like</extracomment>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Network mode</source>
        <translation>网络模式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>无地址</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>not published</source>
        <extracomment>%1 is a port of the host</extracomment>
        <translation>未发布</translation>
    </message>
    <message>
        <source>published as %1</source>
        <translation>发布为 %1</translation>
    </message>
    <message>
        <source>Port %1</source>
        <extracomment>%1 is a port and protocol: &quot;80/tcp&quot;</extracomment>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message numerus="yes">
        <source>%n more ports, mounts or networks</source>
        <translation>
            <numerusform>另有 %n 个端口、挂载或网络</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Conventions</name>
    <message>
        <source>Values lie between the declared anchors of each criterion and are clipped to 0..1.</source>
        <translation>数值位于每个准则所声明的锚点之间，并截取到 0..1。</translation>
    </message>
    <message>
        <source>The score is the weighted sum of the values; a cell known as a distribution counts with its mean.</source>
        <translation>得分是各数值的加权和；以分布形式给出的单元格按其均值计算。</translation>
    </message>
    <message>
        <source>A missing cell may be anything between the anchors; it is never filled in.</source>
        <translation>缺失的单元格可以是锚点之间的任何值；绝不会被自动填补。</translation>
    </message>
    <message>
        <source>Weights sum to 1; stability intervals let the other weights keep their proportions.</source>
        <translation>权重之和为 1；计算稳定区间时，其他权重保持彼此的比例。</translation>
    </message>
    <message>
        <source>Scores that differ by less than 1e-12 of themselves are a tie.</source>
        <translation>相差小于自身 1e-12 的得分视为并列。</translation>
    </message>
    <message>
        <source>A lead of at least 10 % of the winner&apos;s score that no single cell can turn is clear.</source>
        <translation>领先至少为胜者得分的 10 %，且没有任何单个单元格能够扭转，即为明确领先。</translation>
    </message>
    <message>
        <source>Priorities are the principal eigenvector; consistency by Saaty&apos;s random index of 1980.</source>
        <translation>优先级为主特征向量；一致性按 Saaty 1980 年的随机指数计算。</translation>
    </message>
    <message>
        <source>values between the declared anchors, clipped to 0..1</source>
        <translation>声明的锚点之间的数值，截取到 0..1</translation>
    </message>
    <message>
        <source>the same values, multiplied</source>
        <translation>相同的数值，相乘</translation>
    </message>
    <message>
        <source>vector normalization, Euclidean distance to the set&apos;s own ideal</source>
        <translation>向量归一化，到该集合自身理想点的欧氏距离</translation>
    </message>
    <message>
        <source>best and worst of the set, v = 0.5; the lowest Q is best</source>
        <translation>该集合的最优与最差值，v = 0.5；Q 最低者为最优</translation>
    </message>
    <message>
        <source>linear preference on the anchored values, q = 0.05, p = 0.5</source>
        <translation>对锚定数值采用线性偏好，q = 0.05，p = 0.5</translation>
    </message>
    <message>
        <source>ideal mode, priorities from the anchored values</source>
        <translation>理想模式，优先级取自锚定数值</translation>
    </message>
    <message>
        <source>the figures are too far apart to be reckoned with</source>
        <translation>各数值相差过大，无法计算</translation>
    </message>
    <message>
        <source>an option lies at the worst anchor of a criterion, which makes its product 0</source>
        <translation>某个方案处于某项准则的最差锚点，使其乘积为 0</translation>
    </message>
    <message>
        <source>all options are the same</source>
        <translation>所有方案都相同</translation>
    </message>
    <message>
        <source>no option passes the must-haves</source>
        <translation>没有方案满足必要条件</translation>
    </message>
    <message>
        <source>there is no criterion</source>
        <translation>没有任何准则</translation>
    </message>
    <message>
        <source>cells are missing</source>
        <translation>有单元格缺失</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>not defined</source>
        <translation>无定义</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>not within %1 years</source>
        <translation>%1 年内收不回</translation>
    </message>
    <message>
        <source>Internal rate of return (IRR)</source>
        <translation>内部收益率（IRR）</translation>
    </message>
    <message>
        <source>the rate at which the NPV is 0</source>
        <translation>使净现值为 0 的利率</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the flows never change their sign</source>
        <translation>现金流从不变号</translation>
    </message>
    <message>
        <source>not unique</source>
        <translation>不唯一</translation>
    </message>
    <message numerus="yes">
        <source>the flows change their sign %n time(s); rates: %1</source>
        <translation>
            <numerusform>现金流变号 %n 次；各利率：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>How it is reckoned</source>
        <translation>计算方式</translation>
    </message>
    <message>
        <source>Net present value (NPV)</source>
        <translation>净现值（NPV）</translation>
    </message>
    <message>
        <source>at %1, flows %2</source>
        <translation>折现率 %1，现金流在%2</translation>
    </message>
    <message>
        <source>NPV without efficiency value</source>
        <translation>不计效率收益的净现值</translation>
    </message>
    <message>
        <source>whether the case stands without it</source>
        <translation>没有它是否仍然成立</translation>
    </message>
    <message>
        <source>ROI by the document&apos;s formula</source>
        <translation>按文档公式的投资回报率</translation>
    </message>
    <message>
        <source>(benefit − investment) / investment; benefit %1, investment %2</source>
        <translation>（收益 − 投资）/ 投资；收益 %1，投资 %2</translation>
    </message>
    <message>
        <source>Incremental ROI</source>
        <translation>增量投资回报率</translation>
    </message>
    <message>
        <source>(sum of later net flows − one-off) / one-off</source>
        <translation>（以后净现金流之和 − 一次性投入）/ 一次性投入</translation>
    </message>
    <message>
        <source>Discounted ROI</source>
        <translation>折现投资回报率</translation>
    </message>
    <message>
        <source>NPV / present value of the new costs</source>
        <translation>净现值 / 新成本的现值</translation>
    </message>
    <message>
        <source>Payback</source>
        <translation>回收期</translation>
    </message>
    <message>
        <source>linear inside a year</source>
        <translation>一年之内按线性计算</translation>
    </message>
    <message>
        <source>Discounted payback</source>
        <translation>折现回收期</translation>
    </message>
    <message>
        <source>of the discounted flows</source>
        <translation>按折现后的现金流</translation>
    </message>
    <message>
        <source>Present value of staying</source>
        <translation>维持现状的现值</translation>
    </message>
    <message>
        <source>costs of the baseline</source>
        <translation>基准方案的成本</translation>
    </message>
    <message>
        <source>Present value of going</source>
        <translation>迁移的现值</translation>
    </message>
    <message>
        <source>costs of the other option</source>
        <translation>另一方案的成本</translation>
    </message>
    <message>
        <source>NPV P10</source>
        <translation>净现值 P10</translation>
    </message>
    <message>
        <source>one of ten draws is below</source>
        <translation>十次抽样有一次更低</translation>
    </message>
    <message>
        <source>NPV P50</source>
        <translation>净现值 P50</translation>
    </message>
    <message>
        <source>half of the draws are below</source>
        <translation>一半的抽样更低</translation>
    </message>
    <message>
        <source>NPV P90</source>
        <translation>净现值 P90</translation>
    </message>
    <message>
        <source>nine of ten draws are below</source>
        <translation>十次抽样有九次更低</translation>
    </message>
    <message>
        <source>Mean NPV</source>
        <translation>净现值均值</translation>
    </message>
    <message>
        <source>with the likely amounts alone it is %1</source>
        <translation>只用最可能的金额时为 %1</translation>
    </message>
    <message>
        <source>P(NPV &lt; 0)</source>
        <translation>P（净现值 &lt; 0）</translation>
    </message>
    <message>
        <source>of %1 draws, seed %2</source>
        <translation>共 %1 次抽样，种子 %2</translation>
    </message>
    <message>
        <source>Uncertainty from %1</source>
        <translation>来自%1的不确定性</translation>
    </message>
    <message>
        <source>share of the variance</source>
        <translation>占方差的比例</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>each year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>in steps, each year</source>
        <translation>每年，按阶梯</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>per host</source>
        <translation>每台主机</translation>
    </message>
    <message>
        <source>per core</source>
        <translation>每个核心</translation>
    </message>
    <message>
        <source>per guest</source>
        <translation>每台虚拟机</translation>
    </message>
    <message>
        <source>per GB</source>
        <translation>每 GB</translation>
    </message>
    <message>
        <source>per person (FTE)</source>
        <translation>每人（FTE）</translation>
    </message>
    <message>
        <source>per application</source>
        <translation>每个应用</translation>
    </message>
    <message>
        <source>at the end of each year</source>
        <translation>每年年末</translation>
    </message>
    <message>
        <source>in the middle of each year</source>
        <translation>每年年中</translation>
    </message>
    <message>
        <source>as spreadsheets do (today counts as year 1)</source>
        <translation>电子表格的方式（今天算第 1 年）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运维</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>基础设施</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Development and rework</source>
        <translation>开发与改造</translation>
    </message>
    <message>
        <source>Dual running</source>
        <translation>并行运行</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>sunk: counts nowhere</source>
        <translation>沉没：不计入任何数值</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>无理由</translation>
    </message>
    <message>
        <source>discount rate</source>
        <translation>折现率</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are sunk: paid already, they count in no figure.</source>
        <translation>
            <numerusform>%n 个条目是沉没成本：已经支付，不计入任何数值。</numerusform>
        </translation>
    </message>
    <message>
        <source>No line is marked as migration: is dual running, training and exit in it?</source>
        <translation>没有标为迁移的条目：并行运行、培训和退出成本算进去了吗？</translation>
    </message>
    <message>
        <source>A criterion in money is in the matrix, too: costs count twice in the decision.</source>
        <translation>矩阵中也有以金额计的准则：成本在决策中被计算了两次。</translation>
    </message>
    <message>
        <source>The discount rate has no reason yet.</source>
        <translation>折现率还没有理由。</translation>
    </message>
    <message>
        <source>The case stands only with what is gained in efficiency.</source>
        <translation>只有计入效率收益才成立。</translation>
    </message>
    <message>
        <source>The benefit of the document&apos;s ROI is gross: VM costs avoided, not what is left after container costs. Using the net saving there would count container costs twice.</source>
        <translation>文档投资回报率中的收益是毛额：节省的虚拟机成本，而不是扣除容器成本后的余额。用净节省会把容器成本计算两次。</translation>
    </message>
</context>
<context>
    <name>DecideDefaults</name>
    <message>
        <source>VM, container or hybrid?</source>
        <translation>虚拟机、容器还是混合？</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Scalability</source>
        <translation>可扩展性</translation>
    </message>
    <message>
        <source>Management complexity</source>
        <translation>管理复杂度</translation>
    </message>
    <message>
        <source>Cost-benefit</source>
        <translation>成本效益</translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation>成熟度</translation>
    </message>
    <message>
        <source>0: too slow for the work; 10: no overhead anybody notices.</source>
        <translation>0：慢得无法工作；10：没有人能察觉的开销。</translation>
    </message>
    <message>
        <source>0: a break-out reaches everything; 10: strongest isolation there is.</source>
        <translation>0：一旦逃逸即触及一切；10：现有最强的隔离。</translation>
    </message>
    <message>
        <source>0: grows by hand in days; 10: follows the load by itself within seconds.</source>
        <translation>0：手工扩容需数天；10：数秒内自动跟随负载。</translation>
    </message>
    <message>
        <source>0: runs by itself; 10: needs more people than there are.</source>
        <translation>0：自行运转；10：需要的人手超过现有。</translation>
    </message>
    <message>
        <source>0: never pays; 10: pays within the first year.</source>
        <translation>0：永不回本；10：第一年内回本。</translation>
    </message>
    <message>
        <source>0: an experiment; 10: proven for years at our scale.</source>
        <translation>0：实验阶段；10：在我们的规模上经过多年验证。</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
</context>
<context>
    <name>DecideText</name>
    <message>
        <source>%1 fails the must-have %2.</source>
        <translation>%1不满足必要条件“%2”。</translation>
    </message>
    <message>
        <source>Whether %1 passes the must-have %2 is not known.</source>
        <translation>%1是否满足必要条件“%2”尚不清楚。</translation>
    </message>
    <message>
        <source>Nobody has weighed the criteria: all count the same.</source>
        <translation>还没有人给准则赋权：全部同等计算。</translation>
    </message>
    <message>
        <source>The weights leave criteria out; these share what is left equally.</source>
        <translation>权重遗漏了一些准则；它们平分剩余部分。</translation>
    </message>
    <message>
        <source>Pairwise judgments contradict each other: CR is %1, it should be below 0.10.</source>
        <translation>两两判断互相矛盾：CR 为 %1，应低于 0.10。</translation>
    </message>
    <message>
        <source>The worst or best level of %1 changed after it was weighed: weigh it again.</source>
        <translation>“%1”的最差或最佳水平在赋权后改变了：请重新赋权。</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: the figure is missing.</source>
        <translation>%1：缺少数值。</translation>
    </message>
    <message>
        <source>%1: the figure has no source or reason.</source>
        <translation>%1：数值没有来源或理由。</translation>
    </message>
    <message>
        <source>%1: the figure is beyond the worst or best level and counts as that.</source>
        <translation>%1：数值超出最差或最佳水平，按该水平计算。</translation>
    </message>
    <message>
        <source>%1: its evidence is not in this assessment.</source>
        <translation>%1：其证据不在此评估中。</translation>
    </message>
    <message>
        <source>%1: its evidence is too old.</source>
        <translation>%1：其证据过旧。</translation>
    </message>
    <message>
        <source>%1: its evidence was changed after it was taken.</source>
        <translation>%1：其证据在采集后被改动。</translation>
    </message>
    <message>
        <source>There are no options.</source>
        <translation>没有方案。</translation>
    </message>
    <message>
        <source>There are no criteria.</source>
        <translation>没有准则。</translation>
    </message>
    <message>
        <source>The worst and the best level of %1 are the same: it is worth 0 for every option.</source>
        <translation>“%1”的最差与最佳水平相同：对每个方案都值 0。</translation>
    </message>
    <message>
        <source>The worst and the best level of %1 contradict its direction.</source>
        <translation>“%1”的最差与最佳水平与其方向矛盾。</translation>
    </message>
    <message>
        <source>All options are the same by %1, which has %2 of the weight.</source>
        <translation>所有方案在“%1”上相同，而它占 %2 的权重。</translation>
    </message>
    <message>
        <source>By %1 the options differ by less than is known of their figures.</source>
        <translation>各方案在“%1”上的差别小于其数值的不确定性。</translation>
    </message>
    <message>
        <source>No option passes every must-have.</source>
        <translation>没有方案满足全部必要条件。</translation>
    </message>
    <message>
        <source>Nobody can pass the must-have %1: its level is beyond the best one.</source>
        <translation>没有谁能满足必要条件“%1”：其要求超出最佳水平。</translation>
    </message>
    <message>
        <source>A method has no answer here: %1</source>
        <translation>有一种方法在此没有答案：%1</translation>
    </message>
    <message>
        <source>Without %1 another option wins.</source>
        <translation>去掉%1后另一方案获胜。</translation>
    </message>
    <message>
        <source>By TOPSIS a copy of %1 changes the winner; the anchored weighted sum does not.</source>
        <translation>按 TOPSIS，加入%1的副本会改变获胜者；锚定加权和不会。</translation>
    </message>
    <message>
        <source>An assumption has expired: %1</source>
        <translation>一项假设已过期：%1</translation>
    </message>
    <message>
        <source>Costs count twice: in the criterion %1 and in the cost model.</source>
        <translation>成本被计算两次：在准则“%1”和成本模型中。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>From the one figure to the other</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <translation>%1（%2 – %3）</translation>
    </message>
    <message>
        <source>no source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>judgment</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>One figure</source>
        <translation>单一数值</translation>
    </message>
    <message>
        <source>Between two figures</source>
        <translation>两个数值之间</translation>
    </message>
    <message>
        <source>Least, likely, most (triangle)</source>
        <translation>最小、最可能、最大（三角）</translation>
    </message>
    <message>
        <source>Least, likely, most (PERT)</source>
        <translation>最小、最可能、最大（PERT）</translation>
    </message>
    <message>
        <source>Mean and deviation</source>
        <translation>均值与标准差</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Weighted sum (WSM)</source>
        <translation>加权和（WSM）</translation>
    </message>
    <message>
        <source>Weighted product (WPM)</source>
        <translation>加权积（WPM）</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>摆幅</translation>
    </message>
    <message>
        <source>Rank order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Pairs (AHP)</source>
        <translation>两两比较（AHP）</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>调研</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Prototype</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>What is decided is written down.</source>
        <translation>已写明要决定什么。</translation>
    </message>
    <message>
        <source>At least two criteria have different worst and best levels.</source>
        <translation>至少两个准则的最差与最佳水平不同。</translation>
    </message>
    <message>
        <source>Somebody has weighed the criteria.</source>
        <translation>已有人给准则赋权。</translation>
    </message>
    <message>
        <source>There are at least two options.</source>
        <translation>至少有两个方案。</translation>
    </message>
    <message>
        <source>No cell is missing.</source>
        <translation>没有缺失的单元格。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are missing.</source>
        <translation>
            <numerusform>缺少 %n 个单元格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each option says what it is.</source>
        <translation>每个方案都有说明。</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) do not say what they are.</source>
        <translation>
            <numerusform>%n 个方案没有说明。</numerusform>
        </translation>
    </message>
    <message>
        <source>At least one option passes every must-have.</source>
        <translation>至少一个方案满足全部必要条件。</translation>
    </message>
    <message>
        <source>At least one cell is measured.</source>
        <translation>至少一个单元格是实测的。</translation>
    </message>
    <message>
        <source>All evidence is recent.</source>
        <translation>所有证据都是近期的。</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence are too old.</source>
        <translation>
            <numerusform>%n 份证据过旧。</numerusform>
        </translation>
    </message>
    <message>
        <source>All amounts of the cost model are known.</source>
        <translation>成本模型的金额全部已知。</translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) of the cost model are missing.</source>
        <translation>
            <numerusform>成本模型缺少 %n 个金额。</numerusform>
        </translation>
    </message>
    <message>
        <source>The discount rate has a reason.</source>
        <translation>折现率有理由。</translation>
    </message>
    <message>
        <source>Every assumption has an owner and holds today.</source>
        <translation>每项假设都有负责人且今天仍成立。</translation>
    </message>
    <message numerus="yes">
        <source>%n assumption(s) have no owner or have expired.</source>
        <translation>
            <numerusform>%n 项假设没有负责人或已过期。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pairwise judgments agree with each other (CR below 0.10).</source>
        <translation>两两判断彼此一致（CR 低于 0.10）。</translation>
    </message>
    <message>
        <source>Every cell has evidence, a document or a reason.</source>
        <translation>每个单元格都有证据、文档或理由。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) have neither evidence, document nor reason.</source>
        <translation>
            <numerusform>%n 个单元格既无证据、文档，也无理由。</numerusform>
        </translation>
    </message>
    <message>
        <source>An option is chosen that passes every must-have.</source>
        <translation>已选定满足全部必要条件的方案。</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>越大越好</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>越小越好</translation>
    </message>
    <message>
        <source>No change of a single weight alters that.</source>
        <translation>单独改变任何一个权重都不会改变这一结果。</translation>
    </message>
    <message>
        <source>%1 takes over if %2 weighs more than %3.</source>
        <translation>若“%2”的权重高于 %3，则%1领先。</translation>
    </message>
    <message>
        <source>%1 takes over if %2 weighs less than %3.</source>
        <translation>若“%2”的权重低于 %3，则%1领先。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>only one left</source>
        <translation>仅剩一个</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>明确</translation>
    </message>
    <message>
        <source>close call</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>并列</translation>
    </message>
    <message>
        <source>nobody passes</source>
        <translation>无一通过</translation>
    </message>
    <message>
        <source>Too much is missing to say who leads.</source>
        <translation>缺失太多，无法判断谁领先。</translation>
    </message>
    <message>
        <source>Too much is missing to say who leads; each of these may: %1.</source>
        <translation>缺失太多，无法判断谁领先；以下都有可能：%1。</translation>
    </message>
    <message>
        <source>%1 is the only option that passes every must-have.</source>
        <translation>%1是唯一满足全部必要条件的方案。</translation>
    </message>
    <message>
        <source>%1 are equal.</source>
        <translation>%1 相等。</translation>
    </message>
    <message>
        <source>There are no options yet.</source>
        <translation>还没有方案。</translation>
    </message>
    <message>
        <source>%1 leads.</source>
        <translation>%1领先。</translation>
    </message>
    <message>
        <source>%1 leads %2 by %3 (%4).</source>
        <translation>%1领先%2 %3（%4）。</translation>
    </message>
    <message>
        <source>%1 leads %2 by %3.</source>
        <translation>%1领先%2 %3。</translation>
    </message>
    <message>
        <source>What is assumed is written down.</source>
        <translation>假设已写明。</translation>
    </message>
    <message>
        <source>No assumption is written down: nobody has looked at what could go wrong.</source>
        <translation>没有写明任何假设：还没有人查看可能出错之处。</translation>
    </message>
</context>
<context>
    <name>DefaultRule</name>
    <message>
        <source>The CPUs of {name} have been {value} busy for ten minutes.</source>
        <translation>{name} 的 CPU 使用率已有十分钟达到 {value}。</translation>
    </message>
    <message>
        <source>Everything on the host waits for CPU time. Sort the list by CPU to see who takes it.</source>
        <translation>主机上的一切都在等待 CPU 时间。按 CPU 对列表排序，看看是谁占用了它。</translation>
    </message>
    <message>
        <source>Above nine tenths waiting times grow steeply; a mean of five minutes that lasts for five more is no passing peak.</source>
        <translation>超过九成时等待时间会急剧增长；五分钟平均值再持续五分钟，就不是短暂的峰值。</translation>
    </message>
    <message>
        <source>{name} has used {value} of its CPUs for a quarter of an hour.</source>
        <translation>{name} 已有一刻钟用掉其 CPU 的 {value}。</translation>
    </message>
    <message>
        <source>It does what it can and would do more. Give it more CPUs or look for what keeps it busy.</source>
        <translation>它已尽其所能，仍有更多工作要做。请为它增加 CPU，或查找是什么让它繁忙。</translation>
    </message>
    <message>
        <source>A figure of 100 % is all that it may use; batch work of some minutes is normal, a quarter of an hour is not.</source>
        <translation>100 % 就是它可以使用的全部；几分钟的批处理是正常的，一刻钟则不是。</translation>
    </message>
    <message>
        <source>{name} was held back by its CPU quota in {value} of the periods.</source>
        <translation>{name} 在 {value} 的周期内被 CPU 配额限制。</translation>
    </message>
    <message>
        <source>Its answers become slow although the host may have CPU time left. Raise the quota or start fewer threads.</source>
        <translation>即使主机还有空闲 CPU 时间，它的响应也会变慢。请提高配额或减少线程。</translation>
    </message>
    <message>
        <source>One period in four is felt as delay; single throttled periods are how a quota works.</source>
        <translation>四个周期中有一个受限就会感到延迟；个别周期受限则是配额的正常作用。</translation>
    </message>
    <message>
        <source>The memory of {name} is {value} used.</source>
        <translation>{name} 的内存已使用 {value}。</translation>
    </message>
    <message>
        <source>The host will soon swap or end processes. Move a guest away or stop one.</source>
        <translation>主机很快会开始交换或终止进程。请迁走或停止一台虚拟机。</translation>
    </message>
    <message>
        <source>Cache that can be given back is not counted, so less than a twelfth is left for everything that starts or grows.</source>
        <translation>可回收的缓存不计在内，因此留给新启动或增长的部分不足十二分之一。</translation>
    </message>
    <message>
        <source>{name} uses {value} of the memory that it may use.</source>
        <translation>{name} 使用了其可用内存的 {value}。</translation>
    </message>
    <message>
        <source>When it reaches its limit, the kernel ends one of its processes. Raise the limit or find what grows.</source>
        <translation>达到上限时，内核会终止它的一个进程。请提高上限或查找是什么在增长。</translation>
    </message>
    <message>
        <source>The last tenth is the room for one request more; after that the kernel kills.</source>
        <translation>最后一成只够再处理一个请求；之后内核就会终止进程。</translation>
    </message>
    <message>
        <source>The guest {name} uses {value} of its memory.</source>
        <translation>虚拟机 {name} 使用了其内存的 {value}。</translation>
    </message>
    <message>
        <source>It will soon swap or end processes of its own. Give it more memory.</source>
        <translation>它很快会开始交换或终止自己的进程。请为它增加内存。</translation>
    </message>
    <message>
        <source>A guest&apos;s own cache is not counted; the balloon takes what is left over, so nearly full is normal for some minutes.</source>
        <translation>虚拟机自己的缓存不计在内；气球会收走多余的内存，因此几分钟内接近用满是正常的。</translation>
    </message>
    <message>
        <source>The file system {instance} of {host} is {value} full.</source>
        <translation>{host} 的文件系统 {instance} 已用 {value}。</translation>
    </message>
    <message>
        <source>Guests pause and services fail when nothing can be written. Delete or grow.</source>
        <translation>无法写入时，虚拟机会暂停，服务会失败。请删除文件或扩容。</translation>
    </message>
    <message>
        <source>Many file systems keep the last twentieth for the administrator, so this is where others can write no more.</source>
        <translation>许多文件系统把最后二十分之一留给管理员，因此到这里其他人就无法再写入。</translation>
    </message>
    <message>
        <source>The file system {instance} of {host} will be full within four hours.</source>
        <translation>{host} 的文件系统 {instance} 将在四小时内写满。</translation>
    </message>
    <message>
        <source>It grows as fast as this for an hour already. Find what writes before it is full.</source>
        <translation>它已经以这样的速度增长了一小时。请在写满之前找出是什么在写入。</translation>
    </message>
    <message>
        <source>Four hours are the time in which somebody has to look at it; below 70 % a copy that is under way looks the same and ends by itself.</source>
        <translation>四小时是必须有人查看的时限；低于 70 % 时，正在进行的复制看起来一样，但会自行结束。</translation>
    </message>
    <message>
        <source>Reading from or writing to {instance} of {name} takes long.</source>
        <translation>读写 {name} 的 {instance} 耗时过长。</translation>
    </message>
    <message>
        <source>Everything that uses the disk waits for it. See who reads and writes most.</source>
        <translation>使用该磁盘的一切都在等待它。请看看谁读写最多。</translation>
    </message>
    <message>
        <source>A busy hard disk answers within 20 ms; a mean of 50 ms over five minutes means that a queue stands before it.</source>
        <translation>繁忙的硬盘会在 20 毫秒内响应；五分钟平均 50 毫秒说明前面排着队列。</translation>
    </message>
    <message>
        <source>{name} starts again and again.</source>
        <translation>{name} 反复重启。</translation>
    </message>
    <message>
        <source>It ended three times within ten minutes. Its log says why.</source>
        <translation>它在十分钟内结束了三次。原因见其日志。</translation>
    </message>
    <message>
        <source>Once is an update, twice may be a mistake that was put right; the third time within ten minutes is a loop.</source>
        <translation>一次是更新，两次可能是已纠正的错误；十分钟内的第三次就是循环。</translation>
    </message>
    <message>
        <source>The kernel ended a process of {name} for want of memory.</source>
        <translation>内核因内存不足终止了 {name} 的一个进程。</translation>
    </message>
    <message>
        <source>What was ended may have been in the middle of something. Raise the limit or find what grows.</source>
        <translation>被终止的进程可能正在工作。请提高上限或查找是什么在增长。</translation>
    </message>
    <message>
        <source>One such end is a loss already; it is shown for ten minutes.</source>
        <translation>一次这样的终止就已是损失；它会显示十分钟。</translation>
    </message>
    <message>
        <source>The health check of {name} fails.</source>
        <translation>{name} 的健康检查失败。</translation>
    </message>
    <message>
        <source>The container runs, and its own check says that it does not work.</source>
        <translation>容器在运行，但它自己的检查表明它不能正常工作。</translation>
    </message>
    <message>
        <source>The check has its own retries; when it says unhealthy it has failed several times.</source>
        <translation>检查自带重试；报告不健康时，它已经失败了多次。</translation>
    </message>
    <message>
        <source>The monitor of the guest {name} does not answer.</source>
        <translation>虚拟机 {name} 的监视器没有响应。</translation>
    </message>
    <message>
        <source>QEMU is stuck, often on storage that has gone. The guest may run or not; its figures are unknown.</source>
        <translation>QEMU 卡住了，往往是因为存储已不可用。虚拟机可能在运行，也可能没有；其数据未知。</translation>
    </message>
    <message>
        <source>Half a minute is longer than a snapshot or a device that is plugged in holds the monitor.</source>
        <translation>半分钟比快照或插入设备占用监视器的时间更长。</translation>
    </message>
    <message>
        <source>{source} does not answer.</source>
        <translation>{source} 没有响应。</translation>
    </message>
    <message>
        <source>Nothing is known of what it watches: neither that it runs nor that it does not.</source>
        <translation>它所监视的对象情况未知：既不知道是否在运行，也不知道是否已停止。</translation>
    </message>
    <message>
        <source>A service that is restarted is back within half a minute.</source>
        <translation>重启的服务会在半分钟内恢复。</translation>
    </message>
    <message>
        <source>A disk of the guest {name} gave an I/O error.</source>
        <translation>虚拟机 {name} 的一块磁盘发生 I/O 错误。</translation>
    </message>
    <message>
        <source>Its storage fails or is full; the guest may be paused until that is put right.</source>
        <translation>其存储发生故障或已满；在恢复之前虚拟机可能被暂停。</translation>
    </message>
    <message>
        <source>No disk gives such errors in passing; it is shown for ten minutes.</source>
        <translation>磁盘不会偶然发生这种错误；它会显示十分钟。</translation>
    </message>
    <message>
        <source>The watchdog of the guest {name} has run out.</source>
        <translation>虚拟机 {name} 的看门狗已超时。</translation>
    </message>
    <message>
        <source>The guest&apos;s system hung; what libvirt did then stands in its events.</source>
        <translation>虚拟机的系统挂起了；libvirt 随后的操作见其事件。</translation>
    </message>
    <message>
        <source>A watchdog runs out only when the guest hangs; it is shown for ten minutes.</source>
        <translation>看门狗只在虚拟机挂起时超时；它会显示十分钟。</translation>
    </message>
    <message>
        <source>The memory under the guest {name} is damaged.</source>
        <translation>虚拟机 {name} 所用的内存已损坏。</translation>
    </message>
    <message>
        <source>The host&apos;s memory has an error that hardware could not correct. Move the guests away and test it.</source>
        <translation>主机内存有硬件无法纠正的错误。请迁走虚拟机并检测内存。</translation>
    </message>
    <message>
        <source>One error that cannot be corrected is often followed by others within the hour.</source>
        <translation>一次无法纠正的错误之后，一小时内往往还会有其他错误。</translation>
    </message>
    <message>
        <source>The guest {name} has stopped.</source>
        <translation>虚拟机 {name} 已停止。</translation>
    </message>
    <message>
        <source>It ran and does not run any more; it was neither saved nor migrated. This ends when it runs again.</source>
        <translation>它曾在运行，现已不再运行；它既没有被保存，也没有被迁移。它再次运行时本告警结束。</translation>
    </message>
    <message>
        <source>What a guest served is unavailable from the first second. A planned stop belongs in a maintenance window.</source>
        <translation>虚拟机提供的服务从第一秒起就不可用。计划内的停止应放在维护窗口中。</translation>
    </message>
    <message>
        <source>The container {name} has stopped.</source>
        <translation>容器 {name} 已停止。</translation>
    </message>
    <message>
        <source>It ran and does not run any more. This ends when it runs again. Give what is meant to end by itself the tag job.</source>
        <translation>它曾在运行，现已不再运行。它再次运行时本告警结束。请为本应自行结束的容器加上标签 job。</translation>
    </message>
    <message>
        <source>What a container served is unavailable from the first second, and others may do its work.</source>
        <translation>容器提供的服务从第一秒起就不可用，其他容器可能会接替它的工作。</translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message>
        <source>Option “%1”</source>
        <translation>方案“%1”</translation>
    </message>
    <message>
        <source>Criterion “%1”</source>
        <translation>准则“%1”</translation>
    </message>
    <message>
        <source>Cell “%1”</source>
        <translation>单元格“%1”</translation>
    </message>
    <message>
        <source>The weights of “%1”</source>
        <translation>“%1”的权重</translation>
    </message>
    <message>
        <source>Evidence “%1”</source>
        <translation>证据“%1”</translation>
    </message>
    <message>
        <source>Cost line “%1”</source>
        <translation>成本项“%1”</translation>
    </message>
    <message>
        <source>Step “%1”</source>
        <translation>步骤“%1”</translation>
    </message>
    <message>
        <source>Assumption “%1”</source>
        <translation>假设“%1”</translation>
    </message>
    <message>
        <source>Reason to look again “%1”</source>
        <translation>重新审视的理由“%1”</translation>
    </message>
    <message>
        <source>The title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Whose weights count</source>
        <translation>采用谁的权重</translation>
    </message>
    <message>
        <source>The greatest age of evidence</source>
        <translation>证据的最长时效</translation>
    </message>
    <message>
        <source>The group&apos;s round</source>
        <translation>小组的本轮评分</translation>
    </message>
    <message>
        <source>The cost model</source>
        <translation>成本模型</translation>
    </message>
    <message>
        <source>The notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>The seed of all draws</source>
        <translation>所有抽样的种子</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>group of criteria</source>
        <translation>准则组</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>worst level</source>
        <translation>最差水平</translation>
    </message>
    <message>
        <source>best level</source>
        <translation>最佳水平</translation>
    </message>
    <message>
        <source>must-have</source>
        <translation>必要条件</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>judgments</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>criteria to weigh again</source>
        <translation>需重新加权的准则</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>day to look again</source>
        <translation>重新审视日期</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>discount rate</source>
        <translation>折现率</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年数</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>people are scoring</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>scores are shown to all</source>
        <translation>评分对所有人可见</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The one has the other: &quot;Criterion “Security”: unit&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is “%2” now; before it was empty.</source>
        <extracomment>%1 is what is another, %2 its value</extracomment>
        <translation>%1现在是“%2”；之前为空。</translation>
    </message>
    <message>
        <source>%1 is empty now; before it was “%2”.</source>
        <extracomment>%1 is what is another, %2 its value</extracomment>
        <translation>%1现在为空；之前是“%2”。</translation>
    </message>
    <message>
        <source>%1 was “%2” and is “%3” now.</source>
        <extracomment>%1 is what is another, %2 and %3 are its values</extracomment>
        <translation>%1原为“%2”，现在是“%3”。</translation>
    </message>
    <message>
        <source>%1 was added: “%2”.</source>
        <extracomment>%1 is a cell, %2 its figure</extracomment>
        <translation>已添加%1：“%2”。</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>已添加%1。</translation>
    </message>
    <message>
        <source>%1 was removed; it was “%2”.</source>
        <extracomment>%1 is a cell, %2 its figure</extracomment>
        <translation>已删除%1；原为“%2”。</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>已删除%1。</translation>
    </message>
    <message>
        <source>%1 stands in another place.</source>
        <translation>%1的位置已改变。</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>已重新打开</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>taken back from the archive</source>
        <translation>已从归档取回</translation>
    </message>
</context>
<context>
    <name>EmptyChart</name>
    <message>
        <source>QEMU does not answer, so nothing new is known of %1.</source>
        <translation>QEMU 没有响应，因此没有 %1 的新数据。</translation>
    </message>
    <message>
        <source>The engine knows %1 but gives no figures of it.</source>
        <translation>引擎知道 %1，但不提供其数据。</translation>
    </message>
    <message>
        <source>%1 is no longer known to its source. Choose an earlier range to see its history.</source>
        <translation>数据源已不再包含 %1。选择较早的范围可查看其历史。</translation>
    </message>
    <message>
        <source>%1 does not run (%2). Choose an earlier range to see its history.</source>
        <extracomment>%1 is a name, %2 a state such as Shut off</extracomment>
        <translation>%1 未在运行（%2）。选择较早的范围可查看其历史。</translation>
    </message>
    <message>
        <source>This range lies in the future.</source>
        <translation>此范围在将来。</translation>
    </message>
    <message>
        <source>The source gives no such figures in this range.</source>
        <translation>数据源在此范围内不提供此类数据。</translation>
    </message>
    <message>
        <source>Nothing was recorded in this range.</source>
        <translation>此范围内没有记录。</translation>
    </message>
</context>
<context>
    <name>Entity</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>正在关机</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>已关机</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>正在重启</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>失效</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>QEMU monitor not answering</source>
        <translation>QEMU 监视器无应答</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>No figures</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>数据过期</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>stopped by an error of the engine</source>
        <translation>因引擎错误而停止</translation>
    </message>
    <message>
        <source>booted</source>
        <translation>已引导启动</translation>
    </message>
    <message>
        <source>it crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>the engine was restarted</source>
        <translation>引擎曾重启</translation>
    </message>
    <message>
        <source>forced off</source>
        <translation>已强制关机</translation>
    </message>
    <message>
        <source>its memory is being dumped</source>
        <translation>正在转储内存</translation>
    </message>
    <message>
        <source>it failed to start</source>
        <translation>启动失败</translation>
    </message>
    <message>
        <source>from a snapshot</source>
        <translation>来自快照</translation>
    </message>
    <message>
        <source>an I/O error of a disk</source>
        <translation>磁盘 I/O 错误</translation>
    </message>
    <message>
        <source>migrated</source>
        <translation>已迁移</translation>
    </message>
    <message>
        <source>it is being migrated</source>
        <translation>正在迁移</translation>
    </message>
    <message>
        <source>its migration was cancelled</source>
        <translation>迁移已取消</translation>
    </message>
    <message>
        <source>its kernel panicked</source>
        <translation>内核崩溃（panic）</translation>
    </message>
    <message>
        <source>its memory is still being migrated</source>
        <translation>内存仍在迁移</translation>
    </message>
    <message>
        <source>the migration of its memory failed</source>
        <translation>内存迁移失败</translation>
    </message>
    <message>
        <source>restored from a file</source>
        <translation>已从文件恢复</translation>
    </message>
    <message>
        <source>it is being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>saving it was cancelled</source>
        <translation>保存已取消</translation>
    </message>
    <message>
        <source>saved to a file</source>
        <translation>已保存到文件</translation>
    </message>
    <message>
        <source>shut down</source>
        <translation>已正常关机</translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation>正在关机</translation>
    </message>
    <message>
        <source>a snapshot is being taken</source>
        <translation>正在创建快照</translation>
    </message>
    <message>
        <source>it is starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>已恢复运行</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>由用户操作</translation>
    </message>
    <message>
        <source>woken up</source>
        <translation>已唤醒</translation>
    </message>
    <message>
        <source>its watchdog fired</source>
        <translation>看门狗已触发</translation>
    </message>
</context>
<context>
    <name>EntityDetails</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a disk or network interface, %2 a metric</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>状态开始于</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>Identifies one start of a VM or container</extracomment>
        <translation>运行</translation>
    </message>
    <message>
        <source>Key in the history</source>
        <translation>历史中的键</translation>
    </message>
    <message>
        <source>%1, since %2 (%3)</source>
        <extracomment>%1 is a length of time, %2 a time, %3 is what happened then</extracomment>
        <translation>%1，自 %2 起（%3）</translation>
    </message>
    <message>
        <source>not known: nobody watched it start</source>
        <translation>未知：启动时无人监视</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <extracomment>%1 is a length of time, %2 a time
----------
%1 is what is wrong, %2 a time</extracomment>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reason of the state</source>
        <translation>状态原因</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU 和内存</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>recorded figures of %1</source>
        <extracomment>Where figures come from; %1 is the URI of a source</extracomment>
        <translation>%1 的已记录数值</translation>
    </message>
    <message>
        <source>recorded figures</source>
        <translation>已记录的数值</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>EntityName</name>
    <message>
        <source>“%1” is the name of more than one: %2. Use one of these keys instead.</source>
        <translation>名为“%1”的不止一个：%2。请改用其中一个键。</translation>
    </message>
    <message>
        <source>No host, VM or container is called “%1”.</source>
        <translation>没有名为“%1”的主机、虚拟机或容器。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1 was not found.</source>
        <translation>未找到 %1。</translation>
    </message>
    <message>
        <source>Access to %1 was refused. Check the permissions of your user or the credentials.</source>
        <translation>访问 %1 被拒绝。请检查当前用户的权限或凭据。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is running; it is tried again by itself.</source>
        <translation>无法连接 %1。请检查它是否正在运行；程序会自动重试。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. It is tried again by itself.</source>
        <translation>%1 未及时应答。程序会自动重试。</translation>
    </message>
    <message>
        <source>%1 is damaged and was left untouched. Restore a backup or choose another file.</source>
        <translation>%1 已损坏，未作任何改动。请恢复备份或选择其他文件。</translation>
    </message>
    <message>
        <source>%1 is not a Stratadeck file and was left untouched. Choose another file.</source>
        <translation>%1 不是 Stratadeck 文件，未作任何改动。请选择其他文件。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Stratadeck. It can be read but not changed here.</source>
        <translation>%1 由更新版本的 Stratadeck 写入，在此只能读取，不能修改。</translation>
    </message>
    <message>
        <source>%1 is being written by another Stratadeck process. It is read only here.</source>
        <translation>另一个 Stratadeck 进程正在写入 %1，在此只能读取。</translation>
    </message>
    <message>
        <source>%1 is not valid.</source>
        <translation>%1 无效。</translation>
    </message>
    <message>
        <source>Reading %1 was cancelled.</source>
        <translation>已取消读取 %1。</translation>
    </message>
    <message>
        <source>%1 has ended.</source>
        <translation>%1 已结束。</translation>
    </message>
    <message>
        <source>%1 could not be read or written. Check free space and permissions.</source>
        <translation>无法读写 %1。请检查可用空间和权限。</translation>
    </message>
    <message>
        <source>The resource</source>
        <translation>该资源</translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>%1th percentile</source>
        <extracomment>A percentile, such as &quot;95th percentile&quot;</extracomment>
        <translation>第 %1 百分位</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;mean&quot; or a percentile, %2 the figure with its unit</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s), %1 unknown</source>
        <translation>
            <numerusform>%n 处缺口，%1 未知</numerusform>
        </translation>
    </message>
    <message>
        <source>no gaps</source>
        <translation>无缺口</translation>
    </message>
    <message>
        <source>least %1, mean %2, median %3, P95 %4, most %5</source>
        <translation>最小 %1，均值 %2，中位数 %3，P95 %4，最大 %5</translation>
    </message>
    <message>
        <source>resampled between %1 and %2</source>
        <translation>重采样介于 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>Partly from minutes or hours: single samples of that time are no longer kept.</source>
        <translation>部分来自分钟或小时汇总：那段时间的单个样本已不再保存。</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>It was %1 and is %2 now (%3).</source>
        <translation>原为 %1，现为 %2（%3）。</translation>
    </message>
    <message>
        <source>That is more than chance explains.</source>
        <translation>这超出了偶然波动。</translation>
    </message>
    <message>
        <source>That is within what chance explains.</source>
        <translation>这在偶然波动之内。</translation>
    </message>
    <message>
        <source>Lab: %1 of %2, %3, runs: %4</source>
        <extracomment>%1 is a figure such as &quot;Start until running&quot;, %2 a name, %3 a time, %4 a number</extracomment>
        <translation>实验：%2 的%1，%3，次数：%4</translation>
    </message>
    <message>
        <source>Measured by the lab: %1 runs, %2 of them with this figure.</source>
        <extracomment>Numbers of runs: all, and those that gave a figure</extracomment>
        <translation>由实验测得：%1 次运行，其中 %2 次有此数值。</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>The filter has too many words; those from place %1 on are not used.</source>
        <translation>筛选条件过多，从第 %1 个字符起的条件未被使用。</translation>
    </message>
    <message>
        <source>There is no figure called “%1” at place %2; there are cpu, mem, mem%, disk, net, latency, cpus, restarts, processes and uptime. Put quotes around plain text.</source>
        <translation>第 %2 个字符处没有名为“%1”的指标；可用的有 cpu、mem、mem%、disk、net、latency、cpus、restarts、processes 和 uptime。普通文字请加引号。</translation>
    </message>
    <message>
        <source>A number is missing after the sign at place %1, such as %2.</source>
        <translation>第 %1 个字符处的比较符后缺少数值，例如 %2。</translation>
    </message>
    <message>
        <source>“%1” at place %2 is not a unit of this figure; write it as in %3.</source>
        <translation>第 %2 处的“%1”不是该指标的单位，请写成 %3 这样的形式。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>GuestRows</name>
    <message>
        <source>domain XML of %1</source>
        <extracomment>Where a detail comes from; %1 is the URI of a source</extracomment>
        <translation>%1 的域 XML</translation>
    </message>
    <message>
        <source>libvirt&apos;s answer of %1</source>
        <extracomment>Where a detail comes from; %1 is the URI of a source</extracomment>
        <translation>%1 的 libvirt 应答</translation>
    </message>
    <message>
        <source>UEFI with Secure Boot</source>
        <translation>UEFI（安全启动）</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>KVM, with the help of the CPU</source>
        <translation>KVM，由 CPU 加速</translation>
    </message>
    <message>
        <source>QEMU, emulated in software</source>
        <translation>QEMU，软件模拟</translation>
    </message>
    <message>
        <source>a kernel of the host</source>
        <translation>主机上的内核</translation>
    </message>
    <message>
        <source>hard disk</source>
        <translation>硬盘</translation>
    </message>
    <message>
        <source>CD-ROM</source>
        <translation>光驱</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>floppy disk</source>
        <translation>软盘</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual CPU(s)</source>
        <translation>
            <numerusform>%n 个虚拟 CPU</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <extracomment>%1 is &quot;2 virtual CPUs&quot;, %2 a number
----------
%1 and %2 are amounts of memory</extracomment>
        <translation>%1，最多 %2</translation>
    </message>
    <message>
        <source>%1 (sockets: %2, cores: %3, threads: %4)</source>
        <extracomment>%1 is &quot;2 virtual CPUs&quot;, the numbers are those of the CPU&apos;s topology</extracomment>
        <translation>%1（插槽：%2，核心：%3，线程：%4）</translation>
    </message>
    <message>
        <source>the host&apos;s own, passed through</source>
        <translation>直通主机的 CPU</translation>
    </message>
    <message>
        <source>like the host&apos;s</source>
        <translation>与主机相同</translation>
    </message>
    <message>
        <source>everything the host can do</source>
        <translation>主机支持的全部特性</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>SCSI passthrough</source>
        <translation>SCSI 直通</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>network %1</source>
        <translation>网络 %1</translation>
    </message>
    <message>
        <source>bridge %1</source>
        <translation>网桥 %1</translation>
    </message>
    <message>
        <source>directly on %1</source>
        <translation>直连 %1</translation>
    </message>
    <message>
        <source>user-mode network %1</source>
        <translation>用户模式网络 %1</translation>
    </message>
    <message>
        <source>Ethernet %1</source>
        <translation>以太网 %1</translation>
    </message>
    <message>
        <source>a device of the host %1</source>
        <translation>主机设备 %1</translation>
    </message>
    <message>
        <source>vhost-user %1</source>
        <translation>vhost-user %1</translation>
    </message>
    <message>
        <source>cable unplugged</source>
        <translation>网线已拔出</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>VM running, with its memory</source>
        <translation>虚拟机运行时，含内存</translation>
    </message>
    <message>
        <source>VM paused, with its memory</source>
        <translation>虚拟机暂停时，含内存</translation>
    </message>
    <message>
        <source>VM off</source>
        <translation>虚拟机关机时</translation>
    </message>
    <message>
        <source>disks only</source>
        <translation>仅磁盘</translation>
    </message>
    <message>
        <source>current</source>
        <extracomment>Said of the snapshot a VM&apos;s present state grew from</extracomment>
        <translation>当前</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>after %1</source>
        <extracomment>%1 is the name of another snapshot</extracomment>
        <translation>在 %1 之后</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Guest system</source>
        <translation>客户机系统</translation>
    </message>
    <message>
        <source>Virtual CPUs</source>
        <translation>虚拟 CPU</translation>
    </message>
    <message>
        <source>CPU model</source>
        <translation>CPU 型号</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Machine</source>
        <extracomment>%1 is a machine type such as &quot;pc-q35-7.2&quot;, %2 an architecture</extracomment>
        <translation>机器类型</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>虚拟机监控程序</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>Boots from</source>
        <translation>启动自</translation>
    </message>
    <message>
        <source>Graphical console</source>
        <translation>图形控制台</translation>
    </message>
    <message>
        <source>Starts with its host</source>
        <translation>随主机启动</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>persistent</source>
        <translation>持久</translation>
    </message>
    <message>
        <source>transient: lost when it stops</source>
        <translation>临时：停止后丢失</translation>
    </message>
    <message>
        <source>Saved memory</source>
        <translation>已保存的内存</translation>
    </message>
    <message>
        <source>yes; starting it goes on from there</source>
        <translation>有；启动后从该处继续</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>block information of %1</source>
        <extracomment>Where a detail comes from; %1 is the URI of a source</extracomment>
        <translation>%1 的块设备信息</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>snapshot list of %1</source>
        <extracomment>Where a detail comes from; %1 is the URI of a source</extracomment>
        <translation>%1 的快照列表</translation>
    </message>
    <message>
        <source>Number of snapshots</source>
        <translation>快照数量</translation>
    </message>
    <message>
        <source>not known: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message numerus="yes">
        <source>%n more that were not looked at</source>
        <translation>
            <numerusform>另有 %n 个未查看</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <extracomment>The devices a VM tries to boot from, in their order</extracomment>
        <translation>%1，然后是%2</translation>
    </message>
</context>
<context>
    <name>LabPlan</name>
    <message>
        <source>“%1”: %2</source>
        <extracomment>%1 is a name, %2 a whole sentence</extracomment>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” would go on from its saved memory instead of starting.</source>
        <translation>“%1”会从已保存的内存继续运行，而不是启动。</translation>
    </message>
    <message>
        <source>“%1” is running, nobody told since when. It is stopped and started again.</source>
        <translation>“%1”正在运行，不知从何时开始。它会被停止并重新启动。</translation>
    </message>
    <message>
        <source>“%1” is running, nobody told since when, and may not be stopped.</source>
        <translation>“%1”正在运行，不知从何时开始，并且不允许停止。</translation>
    </message>
    <message>
        <source>“%1” has been running for %2. It is stopped and started again.</source>
        <translation>“%1”已运行 %2。它会被停止并重新启动。</translation>
    </message>
    <message>
        <source>“%1” has been running for %2 and may not be stopped.</source>
        <extracomment>%1 is a name, %2 a length of time</extracomment>
        <translation>“%1”已运行 %2，并且不允许停止。</translation>
    </message>
    <message>
        <source>Stratadeck is in read-only mode; it starts nothing.</source>
        <translation>Stratadeck 处于只读模式，不会启动任何东西。</translation>
    </message>
    <message>
        <source>Choose a virtual machine or a container first.</source>
        <translation>请先选择一个虚拟机或容器。</translation>
    </message>
    <message>
        <source>A target is started 1 to %1 times.</source>
        <translation>每个目标启动 1 到 %1 次。</translation>
    </message>
    <message>
        <source>A start may take one second to one hour.</source>
        <translation>一次启动的时限为一秒到一小时。</translation>
    </message>
    <message>
        <source>Overhead is watched for one hour at most.</source>
        <translation>开销最多观察一小时。</translation>
    </message>
</context>
<context>
    <name>LabRun</name>
    <message>
        <source>Its engine did not answer in time.</source>
        <translation>它的引擎没有及时应答。</translation>
    </message>
    <message>
        <source>A lab is under way already.</source>
        <translation>已有一次实验正在进行。</translation>
    </message>
    <message>
        <source>It ran, but was not healthy within the deadline.</source>
        <translation>它运行了，但在时限内未达到健康状态。</translation>
    </message>
    <message>
        <source>It did not run within the deadline.</source>
        <translation>它在时限内没有运行起来。</translation>
    </message>
    <message>
        <source>It is neither running nor off.</source>
        <translation>它既未运行也未关闭。</translation>
    </message>
    <message>
        <source>It only exists while it runs: stopping it would lose it.</source>
        <translation>它只在运行时存在：停止后就会丢失。</translation>
    </message>
    <message>
        <source>It would go on from its saved memory instead of starting.</source>
        <translation>它会从已保存的内存继续运行，而不是启动。</translation>
    </message>
    <message>
        <source>It is running and may not be stopped.</source>
        <translation>它正在运行，并且不允许停止。</translation>
    </message>
    <message>
        <source>It was started, but did not go on running.</source>
        <translation>它已启动，但没有继续运行。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>LabTable</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Until running</source>
        <translation>到运行</translation>
    </message>
    <message>
        <source>Until healthy</source>
        <translation>到健康</translation>
    </message>
    <message>
        <source>CPU on host</source>
        <translation>主机上的 CPU</translation>
    </message>
    <message>
        <source>CPU of guest</source>
        <translation>客户机的 CPU</translation>
    </message>
    <message>
        <source>Memory on host</source>
        <translation>主机上的内存</translation>
    </message>
    <message>
        <source>Memory of guest</source>
        <translation>客户机的内存</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>LabText</name>
    <message>
        <source>%1: unknown, nobody told it.</source>
        <extracomment>%1 is a figure such as &quot;Start until healthy&quot;</extracomment>
        <translation>%1：未知，没有来源提供。</translation>
    </message>
    <message>
        <source>%1: %2 in the only run that tells.</source>
        <extracomment>%1 is a figure such as &quot;Start until running&quot;</extracomment>
        <translation>%1：仅有的一次结果为 %2。</translation>
    </message>
    <message>
        <source>%1: median %2, least %3, most %4, of %5 runs</source>
        <extracomment>%1 is a figure such as &quot;Start until running&quot;, %2 to %4 its values, %5 a number of runs</extracomment>
        <translation>%1：中位数 %2，最小 %3，最大 %4，共 %5 次</translation>
    </message>
    <message>
        <source>%1; too few runs for a P90.</source>
        <translation>%1；次数太少，无法给出 P90。</translation>
    </message>
    <message>
        <source>%1; P90 %2.</source>
        <translation>%1；P90 %2。</translation>
    </message>
    <message>
        <source>“%1”: %2 of %3 runs measured, %4 failed.</source>
        <extracomment>%1 is a name, %2 to %4 are numbers of runs</extracomment>
        <translation>“%1”：%3 次中测得 %2 次，失败 %4 次。</translation>
    </message>
    <message>
        <source>%1: not enough runs to compare; each needs %2 that tell it.</source>
        <extracomment>%1 is a figure such as &quot;Start until running&quot;, %2 a number of runs</extracomment>
        <translation>%1：次数不足，无法比较；各需 %2 次有结果的运行。</translation>
    </message>
    <message>
        <source>%1: “%2” takes %4 times as long as “%3” (95 % of resampled runs: %5 to %6).</source>
        <extracomment>%1 is a figure, %2 and %3 are names, %4 to %6 are factors</extracomment>
        <translation>%1：“%2”所需时间是“%3”的 %4 倍（重抽样的 95 %：%5 到 %6）。</translation>
    </message>
    <message>
        <source>looking at “%1”…</source>
        <translation>正在查看“%1”…</translation>
    </message>
    <message>
        <source>stopping “%1”…</source>
        <translation>正在停止“%1”…</translation>
    </message>
    <message>
        <source>starting “%1”…</source>
        <translation>正在启动“%1”…</translation>
    </message>
    <message>
        <source>“%1” runs; waiting until it is healthy…</source>
        <translation>“%1”已运行；正在等待它健康…</translation>
    </message>
    <message>
        <source>watching what “%1” takes…</source>
        <translation>正在观察“%1”的占用…</translation>
    </message>
    <message>
        <source>Leaving “%1” as it was…</source>
        <translation>正在让“%1”恢复原状…</translation>
    </message>
    <message>
        <source>Cancelled; %1</source>
        <extracomment>%1 is what is under way, such as: starting “web”…</extracomment>
        <translation>已取消；%1</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 is what is under way, such as: starting “web”…</extracomment>
        <translation>第 %1 次，共 %2 次：%3</translation>
    </message>
    <message>
        <source>“%1” was not left as it was: %2</source>
        <extracomment>%1 is a name, %2 a sentence</extracomment>
        <translation>“%1”未能恢复原状：%2</translation>
    </message>
</context>
<context>
    <name>LabWords</name>
    <message>
        <source>Start until running</source>
        <translation>启动到运行</translation>
    </message>
    <message>
        <source>Start until healthy</source>
        <translation>启动到健康</translation>
    </message>
    <message>
        <source>CPU beside the guest&apos;s own</source>
        <translation>客户机自身之外的 CPU</translation>
    </message>
    <message>
        <source>Memory beside the guest&apos;s own</source>
        <translation>客户机自身之外的内存</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>已测量</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>LineEditButtons</name>
    <message>
        <source>Clear the text</source>
        <translation>清除文本</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>ListColumns</name>
    <message>
        <source>S&amp;ort by</source>
        <translation>排序依据(&amp;O)</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <extracomment>%1 is a column of the list such as Memory</extracomment>
        <translation>按“%1”排序</translation>
    </message>
</context>
<context>
    <name>LogPattern</name>
    <message>
        <source>%1 at character %2</source>
        <extracomment>%1 is a sentence about a regular expression, %2 a position in it</extracomment>
        <translation>%1（第 %2 个字符处）</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Defined</source>
        <translation>已定义</translation>
    </message>
    <message>
        <source>Definition removed</source>
        <translation>定义已删除</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>已重新启动</translation>
    </message>
    <message>
        <source>Rebooted</source>
        <translation>已重启</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>正在关机</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Signal sent</source>
        <translation>已发送信号</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Suspended by the guest</source>
        <translation>由客户机挂起</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已改名</translation>
    </message>
    <message>
        <source>Limits changed</source>
        <translation>限制已更改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>No longer known to its source</source>
        <translation>其来源已不再识别</translation>
    </message>
    <message>
        <source>Watchdog fired</source>
        <translation>看门狗触发</translation>
    </message>
    <message>
        <source>I/O error</source>
        <translation>I/O 错误</translation>
    </message>
    <message>
        <source>Contact with QEMU lost</source>
        <translation>与 QEMU 失去联系</translation>
    </message>
    <message>
        <source>Memory balloon changed</source>
        <translation>内存气球已更改</translation>
    </message>
    <message>
        <source>Device added</source>
        <translation>已添加设备</translation>
    </message>
    <message>
        <source>Device removed</source>
        <translation>已移除设备</translation>
    </message>
    <message>
        <source>Memory failure</source>
        <translation>内存故障</translation>
    </message>
    <message>
        <source>Disk filled past its threshold</source>
        <translation>磁盘占用超过阈值</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what happened (&quot;Ended&quot;), %2 what the engine said about it (&quot;exit code 1&quot;)
----------
%1 is an alert such as &quot;P1 Disk nearly full&quot;, %2 the disk or card it is about
----------
%1 is an operation, %2 what it was told, such as &quot;vcpus=4&quot;</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a name, %2 is what happened to it
----------
%1 is a sentence, %2 the reason in the engine&apos;s own words</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A new run began: its counters start again here</source>
        <translation>新的运行周期开始：计数器从此处重新计数</translation>
    </message>
    <message>
        <source>%1 shut down %2</source>
        <extracomment>In all of these %1 is who did it and %2 the name of the VM or container</extracomment>
        <translation>%1 关闭了 %2</translation>
    </message>
    <message>
        <source>%1 rebooted %2</source>
        <translation>%1 重启了 %2</translation>
    </message>
    <message>
        <source>%1 forced %2 off</source>
        <translation>%1 强制关闭了 %2</translation>
    </message>
    <message>
        <source>%1 started %2</source>
        <translation>%1 启动了 %2</translation>
    </message>
    <message>
        <source>%1 stopped %2</source>
        <translation>%1 停止了 %2</translation>
    </message>
    <message>
        <source>%1 restarted %2</source>
        <translation>%1 重新启动了 %2</translation>
    </message>
    <message>
        <source>%1 killed %2</source>
        <translation>%1 强制结束了 %2</translation>
    </message>
    <message>
        <source>%1 paused %2</source>
        <translation>%1 暂停了 %2</translation>
    </message>
    <message>
        <source>%1 resumed %2</source>
        <translation>%1 恢复了 %2</translation>
    </message>
    <message>
        <source>%1 reset %2 by force</source>
        <translation>%1 强制重置了 %2</translation>
    </message>
    <message>
        <source>%1 saved and stopped %2</source>
        <translation>%1 保存并停止了 %2</translation>
    </message>
    <message>
        <source>%1 took a snapshot of %2</source>
        <translation>%1 为 %2 创建了快照</translation>
    </message>
    <message>
        <source>%1 reverted %2 to a snapshot</source>
        <translation>%1 将 %2 恢复到快照</translation>
    </message>
    <message>
        <source>%1 deleted a snapshot of %2</source>
        <translation>%1 删除了 %2 的快照</translation>
    </message>
    <message>
        <source>%1 changed the virtual CPUs of %2</source>
        <translation>%1 更改了 %2 的虚拟 CPU 数量</translation>
    </message>
    <message>
        <source>%1 changed the memory of %2</source>
        <translation>%1 更改了 %2 的内存</translation>
    </message>
    <message>
        <source>%1 did “%2” to %3: done, %4</source>
        <translation>%1 对 %3 执行了“%2”：已完成，%4</translation>
    </message>
    <message>
        <source>%1: done, %2</source>
        <extracomment>%1 is a sentence such as &quot;ana stopped web&quot;, %2 the time of its end</extracomment>
        <translation>%1：已完成，%2</translation>
    </message>
    <message>
        <source>%1 (%2): done, %3</source>
        <extracomment>The same with %2, what the operation was told, such as &quot;vcpus=4&quot;; %3 is the time of its end</extracomment>
        <translation>%1（%2）：已完成，%3</translation>
    </message>
    <message>
        <source>“%1” of %2 by %3 failed, %4</source>
        <extracomment>%1 is an operation such as Stop, %2 a name, %3 who wanted it, %4 a time</extracomment>
        <translation>%3 对 %2 执行的“%1”失败，%4</translation>
    </message>
    <message>
        <source>“%1” of %2 by %3 is under way since %4</source>
        <extracomment>%1 is an operation such as Stop, %2 a name, %3 who wanted it, %4 a time</extracomment>
        <translation>%3 对 %2 执行的“%1”正在进行，始于 %4</translation>
    </message>
    <message>
        <source>“%1” of %2 by %3 was cancelled, %4</source>
        <extracomment>%1 is an operation such as Stop, %2 a name, %3 who wanted it, %4 a time</extracomment>
        <translation>%3 对 %2 执行的“%1”已取消，%4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>An alert on a chart; %1 is P0, P1, P2 or P3, %2 the rule&apos;s name</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 was resolved</source>
        <extracomment>%1 is an alert such as &quot;P1 Disk nearly full (vda)&quot;</extracomment>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>%1 fired</source>
        <translation>%1 已触发</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>1 while the entity runs, 0 while its source knows it and it does not run</source>
        <translation>实体运行时为 1；数据源认得该实体但它未运行时为 0</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 时间</translation>
    </message>
    <message>
        <source>CPU time consumed: host, busy time of all CPUs without idle and iowait; VM, all threads of its QEMU process; container, its cgroup</source>
        <translation>已消耗的 CPU 时间：主机为所有 CPU 的繁忙时间（不含空闲和 I/O 等待）；虚拟机为其 QEMU 进程的全部线程；容器为其 cgroup</translation>
    </message>
    <message>
        <source>User CPU time</source>
        <translation>用户态 CPU 时间</translation>
    </message>
    <message>
        <source>part of the CPU time spent in user mode (for a VM this includes running the guest)</source>
        <translation>CPU 时间中处于用户态的部分（对虚拟机而言包括运行客户机的时间）</translation>
    </message>
    <message>
        <source>System CPU time</source>
        <translation>内核态 CPU 时间</translation>
    </message>
    <message>
        <source>part of the CPU time spent in kernel mode</source>
        <translation>CPU 时间中处于内核态的部分</translation>
    </message>
    <message>
        <source>I/O wait time</source>
        <translation>I/O 等待时间</translation>
    </message>
    <message>
        <source>time CPUs were idle while a task waited for disk I/O</source>
        <translation>CPU 空闲且有任务等待磁盘 I/O 的时间</translation>
    </message>
    <message>
        <source>Stolen time</source>
        <translation>被窃取时间</translation>
    </message>
    <message>
        <source>time a hypervisor below this host ran something else</source>
        <translation>本主机之下的虚拟机监控器运行其他任务的时间</translation>
    </message>
    <message>
        <source>Host CPUs</source>
        <translation>主机 CPU 数</translation>
    </message>
    <message>
        <source>logical CPUs online on the host the entity runs on</source>
        <translation>实体所在主机的在线逻辑 CPU 数</translation>
    </message>
    <message>
        <source>Allocated CPUs</source>
        <translation>已分配 CPU 数</translation>
    </message>
    <message>
        <source>CPUs the entity may use: VM, current vCPUs; container, quota / period, or all host CPUs without a quota; host, all its CPUs</source>
        <translation>实体可使用的 CPU 数：虚拟机为当前 vCPU 数；容器为配额 / 周期，无配额时为主机的全部 CPU；主机为其全部 CPU</translation>
    </message>
    <message>
        <source>CPU of host</source>
        <translation>CPU 占主机比例</translation>
    </message>
    <message>
        <source>CPU time per second as a share of all host CPUs, 0 to 100</source>
        <translation>每秒 CPU 时间占主机全部 CPU 的比例，0 到 100</translation>
    </message>
    <message>
        <source>CPU of allocation</source>
        <translation>CPU 占已分配比例</translation>
    </message>
    <message>
        <source>CPU time per second as a share of the allocated CPUs; may pass 100 because emulator and I/O threads count</source>
        <translation>每秒 CPU 时间占已分配 CPU 的比例；因计入模拟器线程和 I/O 线程，可能超过 100</translation>
    </message>
    <message>
        <source>CPU in user mode</source>
        <translation>用户态 CPU</translation>
    </message>
    <message>
        <source>user-mode CPU time per second as a share of the allocated CPUs</source>
        <translation>每秒用户态 CPU 时间占已分配 CPU 的比例</translation>
    </message>
    <message>
        <source>CPU in kernel mode</source>
        <translation>内核态 CPU</translation>
    </message>
    <message>
        <source>kernel-mode CPU time per second as a share of the allocated CPUs</source>
        <translation>每秒内核态 CPU 时间占已分配 CPU 的比例</translation>
    </message>
    <message>
        <source>CPU waiting for I/O</source>
        <translation>CPU 等待 I/O</translation>
    </message>
    <message>
        <source>I/O wait per second as a share of all CPUs</source>
        <translation>每秒 I/O 等待时间占全部 CPU 的比例</translation>
    </message>
    <message>
        <source>CPU stolen</source>
        <translation>CPU 被窃取</translation>
    </message>
    <message>
        <source>stolen time per second as a share of all CPUs</source>
        <translation>每秒被窃取时间占全部 CPU 的比例</translation>
    </message>
    <message>
        <source>Core time</source>
        <translation>单核时间</translation>
    </message>
    <message>
        <source>busy time of one logical CPU (instance: its number)</source>
        <translation>单个逻辑 CPU 的繁忙时间（实例：其编号）</translation>
    </message>
    <message>
        <source>Core busy</source>
        <translation>单核繁忙</translation>
    </message>
    <message>
        <source>busy time of one logical CPU per second</source>
        <translation>单个逻辑 CPU 每秒的繁忙时间</translation>
    </message>
    <message>
        <source>vCPU time</source>
        <translation>vCPU 时间</translation>
    </message>
    <message>
        <source>CPU time of one vCPU thread (instance: vCPU number)</source>
        <translation>单个 vCPU 线程的 CPU 时间（实例：vCPU 编号）</translation>
    </message>
    <message>
        <source>vCPU delay</source>
        <translation>vCPU 延迟时间</translation>
    </message>
    <message>
        <source>time one vCPU was ready to run but the host ran something else; the guest sees it as steal</source>
        <translation>单个 vCPU 已就绪但主机在运行其他任务的时间；客户机将其视为 steal</translation>
    </message>
    <message>
        <source>vCPU I/O wait</source>
        <translation>vCPU I/O 等待</translation>
    </message>
    <message>
        <source>time one vCPU waited for I/O</source>
        <translation>单个 vCPU 等待 I/O 的时间</translation>
    </message>
    <message>
        <source>vCPU busy</source>
        <translation>vCPU 繁忙</translation>
    </message>
    <message>
        <source>CPU time of one vCPU thread per second</source>
        <translation>单个 vCPU 线程每秒的 CPU 时间</translation>
    </message>
    <message>
        <source>vCPU delayed</source>
        <translation>vCPU 被延迟</translation>
    </message>
    <message>
        <source>share of time one vCPU was ready but not running</source>
        <translation>单个 vCPU 已就绪但未运行的时间比例</translation>
    </message>
    <message>
        <source>Load, 1 min</source>
        <translation>负载，1 分钟</translation>
    </message>
    <message>
        <source>load average over 1 minute</source>
        <translation>1 分钟平均负载</translation>
    </message>
    <message>
        <source>Load, 5 min</source>
        <translation>负载，5 分钟</translation>
    </message>
    <message>
        <source>load average over 5 minutes</source>
        <translation>5 分钟平均负载</translation>
    </message>
    <message>
        <source>Load, 15 min</source>
        <translation>负载，15 分钟</translation>
    </message>
    <message>
        <source>load average over 15 minutes</source>
        <translation>15 分钟平均负载</translation>
    </message>
    <message>
        <source>Quota periods</source>
        <translation>配额周期数</translation>
    </message>
    <message>
        <source>quota periods in which the cgroup was runnable</source>
        <translation>cgroup 处于可运行状态的配额周期数</translation>
    </message>
    <message>
        <source>Throttled periods</source>
        <translation>被限流周期数</translation>
    </message>
    <message>
        <source>quota periods in which the cgroup used up its quota</source>
        <translation>cgroup 用尽配额的配额周期数</translation>
    </message>
    <message>
        <source>Throttled time</source>
        <translation>被限流时间</translation>
    </message>
    <message>
        <source>time tasks were held back by the quota</source>
        <translation>任务因配额而被暂缓的时间</translation>
    </message>
    <message>
        <source>CPU throttled</source>
        <translation>CPU 限流</translation>
    </message>
    <message>
        <source>throttled periods as a share of quota periods</source>
        <translation>被限流周期占配额周期的比例</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>已用内存</translation>
    </message>
    <message>
        <source>memory in use that cannot be taken back cheaply: host, MemTotal - MemAvailable; VM, balloon current - usable (needs the balloon driver); container, usage - inactive file cache</source>
        <translation>无法低代价回收的在用内存：主机为 MemTotal - MemAvailable；虚拟机为气球当前值 - usable（需要气球驱动）；容器为用量 - 非活跃文件缓存</translation>
    </message>
    <message>
        <source>Page cache</source>
        <translation>页缓存</translation>
    </message>
    <message>
        <source>page cache: host, Cached + Buffers; VM, disk caches the guest reports; container, file cache of its cgroup</source>
        <translation>页缓存：主机为 Cached + Buffers；虚拟机为客户机上报的磁盘缓存；容器为其 cgroup 的文件缓存</translation>
    </message>
    <message>
        <source>Memory allocated</source>
        <translation>已分配内存</translation>
    </message>
    <message>
        <source>memory it may use now: host, MemTotal; VM, the balloon&apos;s current size; container, its limit capped to the host&apos;s memory</source>
        <translation>当前可使用的内存：主机为 MemTotal；虚拟机为气球当前大小；容器为其上限（不超过主机内存）</translation>
    </message>
    <message>
        <source>Host memory held</source>
        <translation>占用主机内存</translation>
    </message>
    <message>
        <source>memory of the host it occupies: host, MemTotal - MemFree; VM, resident size of its QEMU process; container, usage of its cgroup with cache</source>
        <translation>其占用的主机内存：主机为 MemTotal - MemFree；虚拟机为其 QEMU 进程的常驻内存；容器为其 cgroup 的用量（含缓存）</translation>
    </message>
    <message>
        <source>Memory used of allocation</source>
        <translation>已用内存占已分配比例</translation>
    </message>
    <message>
        <source>memory used as a share of memory allocated</source>
        <translation>已用内存占已分配内存的比例</translation>
    </message>
    <message>
        <source>Memory maximum</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>largest size the balloon may grow to</source>
        <translation>气球可增长到的最大值</translation>
    </message>
    <message>
        <source>Swap used</source>
        <translation>已用交换空间</translation>
    </message>
    <message>
        <source>swap space in use</source>
        <translation>正在使用的交换空间</translation>
    </message>
    <message>
        <source>Swap size</source>
        <translation>交换空间大小</translation>
    </message>
    <message>
        <source>swap space configured</source>
        <translation>已配置的交换空间</translation>
    </message>
    <message>
        <source>Swapped in</source>
        <translation>累计换入</translation>
    </message>
    <message>
        <source>bytes read back from swap; for a VM by the guest</source>
        <translation>从交换空间读回的字节数；虚拟机为客户机的换入量</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>累计换出</translation>
    </message>
    <message>
        <source>bytes written to swap; for a VM by the guest</source>
        <translation>写入交换空间的字节数；虚拟机为客户机的换出量</translation>
    </message>
    <message>
        <source>Swap in</source>
        <translation>换入速率</translation>
    </message>
    <message>
        <source>bytes read back from swap per second</source>
        <translation>每秒从交换空间读回的字节数</translation>
    </message>
    <message>
        <source>Swap out</source>
        <translation>换出速率</translation>
    </message>
    <message>
        <source>bytes written to swap per second</source>
        <translation>每秒写入交换空间的字节数</translation>
    </message>
    <message>
        <source>Major faults</source>
        <translation>主缺页</translation>
    </message>
    <message>
        <source>page faults that needed I/O</source>
        <translation>需要 I/O 的缺页次数</translation>
    </message>
    <message>
        <source>Major faults per second</source>
        <translation>每秒主缺页</translation>
    </message>
    <message>
        <source>page faults that needed I/O, per second</source>
        <translation>每秒需要 I/O 的缺页次数</translation>
    </message>
    <message>
        <source>OOM kills</source>
        <translation>OOM 终止次数</translation>
    </message>
    <message>
        <source>tasks killed because memory ran out</source>
        <translation>因内存耗尽而被终止的任务数</translation>
    </message>
    <message>
        <source>Age of guest memory figures</source>
        <translation>客户机内存数据的时效</translation>
    </message>
    <message>
        <source>seconds since the guest&apos;s balloon driver last reported; the guest&apos;s own figures are that old</source>
        <translation>距客户机气球驱动上次上报的秒数；客户机自身的数据即为该时刻的数据</translation>
    </message>
    <message>
        <source>Bytes read</source>
        <translation>读取字节数</translation>
    </message>
    <message>
        <source>bytes read from one disk (instance: the device)</source>
        <translation>从单个磁盘读取的字节数（实例：设备）</translation>
    </message>
    <message>
        <source>Read operations</source>
        <translation>读操作数</translation>
    </message>
    <message>
        <source>read requests completed on one disk</source>
        <translation>单个磁盘已完成的读请求数</translation>
    </message>
    <message>
        <source>Read time</source>
        <translation>读耗时</translation>
    </message>
    <message>
        <source>summed time read requests took</source>
        <translation>读请求耗时之和</translation>
    </message>
    <message>
        <source>Disk read</source>
        <translation>磁盘读吞吐量</translation>
    </message>
    <message>
        <source>bytes read from one disk per second</source>
        <translation>每秒从单个磁盘读取的字节数</translation>
    </message>
    <message>
        <source>Disk read requests</source>
        <translation>磁盘读 IOPS</translation>
    </message>
    <message>
        <source>read requests per second on one disk</source>
        <translation>单个磁盘每秒的读请求数</translation>
    </message>
    <message>
        <source>Disk read latency</source>
        <translation>磁盘读延迟</translation>
    </message>
    <message>
        <source>mean time of the read requests completed in the interval; unknown when there was none</source>
        <translation>区间内已完成读请求的平均耗时；没有请求时为未知</translation>
    </message>
    <message>
        <source>bytes written to one disk (instance: the device)</source>
        <translation>写入单个磁盘的字节数（实例：设备）</translation>
    </message>
    <message>
        <source>Write operations</source>
        <translation>写操作数</translation>
    </message>
    <message>
        <source>write requests completed on one disk</source>
        <translation>单个磁盘已完成的写请求数</translation>
    </message>
    <message>
        <source>Write time</source>
        <translation>写耗时</translation>
    </message>
    <message>
        <source>summed time write requests took</source>
        <translation>写请求耗时之和</translation>
    </message>
    <message>
        <source>Disk write</source>
        <translation>磁盘写吞吐量</translation>
    </message>
    <message>
        <source>bytes written to one disk per second</source>
        <translation>每秒写入单个磁盘的字节数</translation>
    </message>
    <message>
        <source>Disk write requests</source>
        <translation>磁盘写 IOPS</translation>
    </message>
    <message>
        <source>write requests per second on one disk</source>
        <translation>单个磁盘每秒的写请求数</translation>
    </message>
    <message>
        <source>Disk write latency</source>
        <translation>磁盘写延迟</translation>
    </message>
    <message>
        <source>mean time of the write requests completed in the interval; unknown when there was none</source>
        <translation>区间内已完成写请求的平均耗时；没有请求时为未知</translation>
    </message>
    <message>
        <source>Disk busy time</source>
        <translation>磁盘繁忙时间</translation>
    </message>
    <message>
        <source>time one disk had requests in flight</source>
        <translation>单个磁盘有未完成请求的时间</translation>
    </message>
    <message>
        <source>Disk busy</source>
        <translation>磁盘繁忙</translation>
    </message>
    <message>
        <source>share of time one disk had requests in flight</source>
        <translation>单个磁盘有未完成请求的时间比例</translation>
    </message>
    <message>
        <source>Disk capacity</source>
        <translation>磁盘容量</translation>
    </message>
    <message>
        <source>size the disk shows to its user</source>
        <translation>磁盘向使用者呈现的大小</translation>
    </message>
    <message>
        <source>Highest written offset</source>
        <translation>最高写入偏移</translation>
    </message>
    <message>
        <source>highest written offset of the image; not the space used inside the guest</source>
        <translation>镜像的最高写入偏移；并非客户机内部的已用空间</translation>
    </message>
    <message>
        <source>Image size on host</source>
        <translation>镜像占用主机空间</translation>
    </message>
    <message>
        <source>space the image takes on the host</source>
        <translation>镜像在主机上占用的空间</translation>
    </message>
    <message>
        <source>File system size</source>
        <translation>文件系统大小</translation>
    </message>
    <message>
        <source>size of one mounted file system (instance: mount point)</source>
        <translation>单个已挂载文件系统的大小（实例：挂载点）</translation>
    </message>
    <message>
        <source>File system used</source>
        <translation>文件系统已用</translation>
    </message>
    <message>
        <source>bytes used on one mounted file system</source>
        <translation>单个已挂载文件系统的已用字节数</translation>
    </message>
    <message>
        <source>File system used share</source>
        <translation>文件系统使用率</translation>
    </message>
    <message>
        <source>bytes used as a share of the size</source>
        <translation>已用字节数占总大小的比例</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>接收字节数</translation>
    </message>
    <message>
        <source>bytes received on one interface, as its owner sees it</source>
        <translation>单个网络接口接收的字节数（以其所有者的视角）</translation>
    </message>
    <message>
        <source>Packets received</source>
        <translation>接收数据包数</translation>
    </message>
    <message>
        <source>packets received on one interface</source>
        <translation>单个网络接口接收的数据包数</translation>
    </message>
    <message>
        <source>Receive errors</source>
        <translation>接收错误数</translation>
    </message>
    <message>
        <source>packets not received because of errors</source>
        <translation>因错误而未能接收的数据包数</translation>
    </message>
    <message>
        <source>Receive drops</source>
        <translation>接收丢包数</translation>
    </message>
    <message>
        <source>packets dropped instead of received</source>
        <translation>接收时被丢弃的数据包数</translation>
    </message>
    <message>
        <source>Network received</source>
        <translation>网络接收吞吐量</translation>
    </message>
    <message>
        <source>bytes received per second on one interface</source>
        <translation>单个网络接口每秒接收的字节数</translation>
    </message>
    <message>
        <source>Packets received per second</source>
        <translation>每秒接收数据包</translation>
    </message>
    <message>
        <source>packets received per second on one interface</source>
        <translation>单个网络接口每秒接收的数据包数</translation>
    </message>
    <message>
        <source>Receive errors per second</source>
        <translation>每秒接收错误</translation>
    </message>
    <message>
        <source>errors per second on one interface</source>
        <translation>单个网络接口每秒的错误数</translation>
    </message>
    <message>
        <source>Receive drops per second</source>
        <translation>每秒接收丢包</translation>
    </message>
    <message>
        <source>drops per second on one interface</source>
        <translation>单个网络接口每秒的丢包数</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>发送字节数</translation>
    </message>
    <message>
        <source>bytes sent on one interface, as its owner sees it</source>
        <translation>单个网络接口发送的字节数（以其所有者的视角）</translation>
    </message>
    <message>
        <source>Packets sent</source>
        <translation>发送数据包数</translation>
    </message>
    <message>
        <source>packets sent on one interface</source>
        <translation>单个网络接口发送的数据包数</translation>
    </message>
    <message>
        <source>Send errors</source>
        <translation>发送错误数</translation>
    </message>
    <message>
        <source>packets not sent because of errors</source>
        <translation>因错误而未能发送的数据包数</translation>
    </message>
    <message>
        <source>Send drops</source>
        <translation>发送丢包数</translation>
    </message>
    <message>
        <source>packets dropped instead of sent</source>
        <translation>发送时被丢弃的数据包数</translation>
    </message>
    <message>
        <source>Network sent</source>
        <translation>网络发送吞吐量</translation>
    </message>
    <message>
        <source>bytes sent per second on one interface</source>
        <translation>单个网络接口每秒发送的字节数</translation>
    </message>
    <message>
        <source>Packets sent per second</source>
        <translation>每秒发送数据包</translation>
    </message>
    <message>
        <source>packets sent per second on one interface</source>
        <translation>单个网络接口每秒发送的数据包数</translation>
    </message>
    <message>
        <source>Send errors per second</source>
        <translation>每秒发送错误</translation>
    </message>
    <message>
        <source>Send drops per second</source>
        <translation>每秒发送丢包</translation>
    </message>
    <message>
        <source>time at least one task waited for CPU time (PSI total)</source>
        <translation>至少一个任务等待 CPU 时间的时长（PSI total）</translation>
    </message>
    <message>
        <source>share of time at least one task waited for CPU time</source>
        <translation>至少一个任务等待 CPU 时间的时间比例</translation>
    </message>
    <message>
        <source>Memory stall time, some</source>
        <translation>内存停滞时间（some）</translation>
    </message>
    <message>
        <source>time at least one task waited for memory (PSI total)</source>
        <translation>至少一个任务等待内存的时长（PSI total）</translation>
    </message>
    <message>
        <source>Memory pressure, some</source>
        <translation>内存压力（some）</translation>
    </message>
    <message>
        <source>share of time at least one task waited for memory</source>
        <translation>至少一个任务等待内存的时间比例</translation>
    </message>
    <message>
        <source>Memory stall time, full</source>
        <translation>内存停滞时间（full）</translation>
    </message>
    <message>
        <source>time all non-idle tasks waited for memory (PSI total)</source>
        <translation>所有非空闲任务同时等待内存的时长（PSI total）</translation>
    </message>
    <message>
        <source>Memory pressure, full</source>
        <translation>内存压力（full）</translation>
    </message>
    <message>
        <source>share of time all non-idle tasks waited for memory</source>
        <translation>所有非空闲任务同时等待内存的时间比例</translation>
    </message>
    <message>
        <source>I/O stall time, some</source>
        <translation>I/O 停滞时间（some）</translation>
    </message>
    <message>
        <source>time at least one task waited for I/O (PSI total)</source>
        <translation>至少一个任务等待 I/O 的时长（PSI total）</translation>
    </message>
    <message>
        <source>I/O pressure, some</source>
        <translation>I/O 压力（some）</translation>
    </message>
    <message>
        <source>share of time at least one task waited for I/O</source>
        <translation>至少一个任务等待 I/O 的时间比例</translation>
    </message>
    <message>
        <source>I/O stall time, full</source>
        <translation>I/O 停滞时间（full）</translation>
    </message>
    <message>
        <source>time all non-idle tasks waited for I/O (PSI total)</source>
        <translation>所有非空闲任务同时等待 I/O 的时长（PSI total）</translation>
    </message>
    <message>
        <source>I/O pressure, full</source>
        <translation>I/O 压力（full）</translation>
    </message>
    <message>
        <source>share of time all non-idle tasks waited for I/O</source>
        <translation>所有非空闲任务同时等待 I/O 的时间比例</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>processes and threads that exist</source>
        <translation>现存的进程和线程数</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>times the engine restarted the container</source>
        <translation>容器引擎重启该容器的次数</translation>
    </message>
    <message>
        <source>Bytes written</source>
        <translation>写入字节数</translation>
    </message>
    <message>
        <source>CPU stall time, some</source>
        <translation>CPU 停滞时间（some）</translation>
    </message>
    <message>
        <source>CPU pressure, some</source>
        <translation>CPU 压力（some）</translation>
    </message>
</context>
<context>
    <name>Notify</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Silence 1 h</source>
        <translation>静默 1 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n more alert(s) are firing</source>
        <translation>
            <numerusform>另有 %n 条告警正在触发</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many came at once to show each; the board lists them.</source>
        <translation>同时到来的告警太多，无法逐条显示；请在告警看板中查看。</translation>
    </message>
    <message>
        <source>Alert without a name</source>
        <translation>未命名的告警</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is the name of an alert, %2 that of a machine or container</extracomment>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>%1, resolved</source>
        <translation>%1，已恢复</translation>
    </message>
    <message>
        <source>A notice without alerts</source>
        <translation>不含告警的通知</translation>
    </message>
    <message>
        <source>Resolved: %1</source>
        <translation>已恢复：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are resolved</source>
        <translation>
            <numerusform>%n 条告警已恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are firing</source>
        <translation>
            <numerusform>%n 条告警正在触发</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>结束于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more alert(s)</source>
        <translation>
            <numerusform>另有 %n 条告警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>关机</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Force off</source>
        <translation>强制关机</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>强制终止</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Force reset</source>
        <translation>强制复位</translation>
    </message>
    <message>
        <source>Save and stop</source>
        <translation>保存并停止</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>创建快照</translation>
    </message>
    <message>
        <source>Revert to snapshot</source>
        <translation>恢复到快照</translation>
    </message>
    <message>
        <source>Delete snapshot</source>
        <translation>删除快照</translation>
    </message>
    <message>
        <source>Change virtual CPUs</source>
        <translation>更改虚拟 CPU</translation>
    </message>
    <message>
        <source>Change memory</source>
        <translation>更改内存</translation>
    </message>
    <message>
        <source>Starts it; a saved VM goes on where it was.</source>
        <translation>启动它；已保存的虚拟机会从原处继续运行。</translation>
    </message>
    <message>
        <source>Asks the guest to shut down, as its power button does.</source>
        <translation>像按下电源按钮一样请求客户机关机。</translation>
    </message>
    <message>
        <source>Asks it to end; a container that does not is killed after its stop time.</source>
        <translation>请求它结束；容器若超过停止时限仍未结束，将被强制终止。</translation>
    </message>
    <message>
        <source>Asks the guest to reboot.</source>
        <translation>请求客户机重启。</translation>
    </message>
    <message>
        <source>Stops it gracefully and starts it again.</source>
        <translation>正常停止后再次启动。</translation>
    </message>
    <message>
        <source>Ends it at once, as pulling the plug does. What it has not written is lost.</source>
        <translation>像拔掉电源一样立即结束。未写入的数据会丢失。</translation>
    </message>
    <message>
        <source>Stops its CPUs; it keeps its memory and goes on when it is resumed.</source>
        <translation>停住其 CPU；内存保留，恢复后继续运行。</translation>
    </message>
    <message>
        <source>Lets it go on where it was paused.</source>
        <translation>从暂停处继续运行。</translation>
    </message>
    <message>
        <source>Presses the reset button. What the guest has not written is lost.</source>
        <translation>按下复位按钮。客户机未写入的数据会丢失。</translation>
    </message>
    <message>
        <source>Writes the guest&apos;s memory to disk and stops it; starting goes on from there.</source>
        <translation>将客户机内存写入磁盘并停止；下次启动从该处继续。</translation>
    </message>
    <message>
        <source>Keeps the present state of disks and memory under a name.</source>
        <translation>以一个名称保留磁盘和内存的当前状态。</translation>
    </message>
    <message>
        <source>Goes back to a snapshot. What has changed since is lost.</source>
        <translation>回到某个快照。此后的更改会丢失。</translation>
    </message>
    <message>
        <source>Forgets a snapshot. The present state stays.</source>
        <translation>删除一个快照。当前状态不变。</translation>
    </message>
    <message>
        <source>Changes how many virtual CPUs the running guest has, until it stops.</source>
        <translation>更改正在运行的客户机的虚拟 CPU 数量，直到它停止。</translation>
    </message>
    <message>
        <source>Changes how much memory the running guest has, until it stops.</source>
        <translation>更改正在运行的客户机的内存大小，直到它停止。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reads its saved memory back; the guest goes on where it was saved.</source>
        <translation>读回已保存的内存；客户机从保存处继续运行。</translation>
    </message>
</context>
<context>
    <name>OperationResult</name>
    <message>
        <source>“%1” was asked to shut down and still runs.</source>
        <translation>已请求“%1”关机，但它仍在运行。</translation>
    </message>
    <message>
        <source>“%1” was asked to reboot and has not.</source>
        <translation>已请求“%1”重启，但它没有重启。</translation>
    </message>
    <message>
        <source>“%1” was asked, but its guest has not followed.</source>
        <translation>已向“%1”发出请求，但其客户机没有照做。</translation>
    </message>
    <message>
        <source>%2 does not know “%1” any more.</source>
        <translation>%2 中已没有“%1”。</translation>
    </message>
    <message>
        <source>“%1” was not changed: %2 refused access. Check the permissions of your user or the credentials.</source>
        <translation>“%1”未被更改：%2 拒绝访问。请检查您的用户权限或凭据。</translation>
    </message>
    <message>
        <source>%2 could not be reached. Look at the state of “%1” before you try again.</source>
        <translation>无法连接 %2。重试之前请先查看“%1”的状态。</translation>
    </message>
    <message>
        <source>%2 did not answer in time. It may still happen: look at the state of “%1” before you try again.</source>
        <translation>%2 未及时响应。操作仍可能发生：重试之前请先查看“%1”的状态。</translation>
    </message>
    <message>
        <source>Another operation on “%1” is still under way.</source>
        <translation>“%1”上的另一项操作仍在进行。</translation>
    </message>
    <message>
        <source>Cancelled for “%1”.</source>
        <translation>已对“%1”取消。</translation>
    </message>
    <message>
        <source>It did not work for “%1”: %2</source>
        <extracomment>%2 is a sentence in the words of the engine, often English</extracomment>
        <translation>对“%1”的操作失败：%2</translation>
    </message>
    <message>
        <source>%1 of “%2” is done.</source>
        <extracomment>%1 is an operation such as Shut down, %2 a name</extracomment>
        <translation>“%2”的%1已完成。</translation>
    </message>
</context>
<context>
    <name>OperationRules</name>
    <message>
        <source>This is not done to hosts.</source>
        <translation>主机不支持此操作。</translation>
    </message>
    <message>
        <source>This works for virtual machines only.</source>
        <translation>此操作仅适用于虚拟机。</translation>
    </message>
    <message>
        <source>Its state is not known now.</source>
        <translation>目前不知道其状态。</translation>
    </message>
    <message>
        <source>It does not exist any more; only its history is left.</source>
        <translation>它已不存在，只留下历史记录。</translation>
    </message>
    <message>
        <source>It is being removed.</source>
        <translation>正在移除。</translation>
    </message>
    <message>
        <source>The engine could not remove it; only removing it again helps.</source>
        <translation>引擎未能移除它；只能再次移除。</translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation>它未在运行。</translation>
    </message>
    <message>
        <source>It has crashed.</source>
        <translation>它已崩溃。</translation>
    </message>
    <message>
        <source>It is paused; resume it instead.</source>
        <translation>它已暂停；请改用恢复。</translation>
    </message>
    <message>
        <source>Its guest sleeps; resume it instead.</source>
        <translation>其客户机处于睡眠；请改用恢复。</translation>
    </message>
    <message>
        <source>It has crashed and still holds its memory; force it off first.</source>
        <translation>它已崩溃但仍占用内存；请先强制关机。</translation>
    </message>
    <message>
        <source>It is running already.</source>
        <translation>它已在运行。</translation>
    </message>
    <message>
        <source>It is paused; resume it first.</source>
        <translation>它已暂停；请先恢复。</translation>
    </message>
    <message>
        <source>Its guest sleeps; resume it first.</source>
        <translation>其客户机处于睡眠；请先恢复。</translation>
    </message>
    <message>
        <source>It is shutting down already.</source>
        <translation>它已在关机。</translation>
    </message>
    <message>
        <source>It is restarting already.</source>
        <translation>它已在重新启动。</translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation>它没有暂停。</translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation>它已暂停。</translation>
    </message>
    <message>
        <source>Stratadeck is in read-only mode; it changes nothing.</source>
        <translation>Stratadeck 处于只读模式，不做任何更改。</translation>
    </message>
    <message>
        <source>Its QEMU monitor does not answer; only forcing it off can work.</source>
        <translation>其 QEMU 监视器无响应；只有强制关机可能有效。</translation>
    </message>
    <message>
        <source>Its source is not connected now.</source>
        <translation>其数据源目前未连接。</translation>
    </message>
    <message>
        <source>%1 only gives figures; nothing can be changed through it.</source>
        <extracomment>%1 is the URI of a source</extracomment>
        <translation>%1 只提供数据，无法通过它进行更改。</translation>
    </message>
</context>
<context>
    <name>OperationTarget</name>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Operations</source>
        <extracomment>A group of actions</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
</context>
<context>
    <name>PaletteItems</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 on %2, %3</source>
        <extracomment>Beside a guest&apos;s name: %1 &quot;VM&quot; or &quot;Container&quot;, %2 its host, %3 its state</extracomment>
        <translation>%1，位于 %2，%3</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk throughput</source>
        <translation>磁盘吞吐量</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Disk latency</source>
        <translation>磁盘延迟</translation>
    </message>
    <message>
        <source>Disk requests</source>
        <translation>磁盘请求</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>CPU throttling</source>
        <translation>CPU 限流</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>CPU of allocation</source>
        <translation>占已分配 CPU</translation>
    </message>
    <message>
        <source>CPU of host</source>
        <translation>占主机 CPU</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>已用内存</translation>
    </message>
    <message>
        <source>of allocation</source>
        <translation>占分配</translation>
    </message>
    <message>
        <source>of host</source>
        <translation>占主机</translation>
    </message>
    <message>
        <source>stolen</source>
        <translation>被窃取</translation>
    </message>
    <message>
        <source>waiting for I/O</source>
        <translation>等待 I/O</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>held on host</source>
        <translation>占用主机</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <extracomment>%1 is the number of a host&apos;s CPU</extracomment>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>vCPU %1 %2</source>
        <extracomment>%1 is the number of a virtual CPU, %2 says busy or delayed</extracomment>
        <translation>vCPU %1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a disk or network interface, %2 says read, write, sent ...</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Network packets</source>
        <translation>网络数据包</translation>
    </message>
    <message>
        <source>Network drops and errors</source>
        <translation>网络丢包和错误</translation>
    </message>
    <message>
        <source>Pressure on CPU</source>
        <translation>CPU 压力</translation>
    </message>
    <message>
        <source>Pressure on memory</source>
        <translation>内存压力</translation>
    </message>
    <message>
        <source>Pressure on I/O</source>
        <translation>I/O 压力</translation>
    </message>
    <message>
        <source>vCPU delay (steal)</source>
        <translation>vCPU 延迟（被抢占）</translation>
    </message>
    <message>
        <source>CPU by mode</source>
        <translation>CPU 按模式</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Disks busy</source>
        <translation>磁盘繁忙</translation>
    </message>
    <message>
        <source>Swapping</source>
        <translation>换页</translation>
    </message>
    <message>
        <source>Major page faults</source>
        <translation>主要缺页</translation>
    </message>
    <message>
        <source>File systems used</source>
        <translation>文件系统占用</translation>
    </message>
    <message>
        <source>Memory used of allocation</source>
        <translation>已用内存占分配</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>user mode</source>
        <translation>用户态</translation>
    </message>
    <message>
        <source>kernel mode</source>
        <translation>内核态</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>in</source>
        <translation>换入</translation>
    </message>
    <message>
        <source>out</source>
        <translation>换出</translation>
    </message>
    <message>
        <source>dropped on receipt</source>
        <translation>接收丢包</translation>
    </message>
    <message>
        <source>dropped on sending</source>
        <translation>发送丢包</translation>
    </message>
    <message>
        <source>receive errors</source>
        <translation>接收错误</translation>
    </message>
    <message>
        <source>send errors</source>
        <translation>发送错误</translation>
    </message>
    <message>
        <source>some task waits</source>
        <extracomment>Pressure stall information: some task waited</extracomment>
        <translation>部分任务等待</translation>
    </message>
    <message>
        <source>all tasks wait</source>
        <extracomment>Pressure stall information: all tasks waited</extracomment>
        <translation>全部任务等待</translation>
    </message>
    <message>
        <source>balloon</source>
        <translation>气球</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>%1, 1 hour earlier</source>
        <extracomment>%1 is a line of a chart: &quot;used, 1 hour earlier&quot;</extracomment>
        <translation>%1，1 小时前</translation>
    </message>
    <message>
        <source>%1, 1 day earlier</source>
        <translation>%1，1 天前</translation>
    </message>
    <message>
        <source>%1, 1 week earlier</source>
        <translation>%1，1 周前</translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a time zone such as Europe/Berlin, %2 its distance from UTC such as UTC+01:00</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, later %3</source>
        <extracomment>The same where summer time begins or ends in the range</extracomment>
        <translation>%1，%2，之后为 %3</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is VM or container, %2 the host&apos;s name</extracomment>
        <translation>%2 上的%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a name, %2 says what it is: &quot;VM on host1&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) compared</source>
        <translation>
            <numerusform>比较 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2, times in %3</source>
        <extracomment>A range of time: %1 and %2 are its ends, %3 the time zone</extracomment>
        <translation>%1 至 %2，时区为 %3</translation>
    </message>
    <message>
        <source>Dashed lines are %1, moved to these times.</source>
        <extracomment>%1 is &quot;the same figures, 1 day earlier&quot;</extracomment>
        <translation>虚线为%1，已平移到当前时间。</translation>
    </message>
    <message>
        <source>the same figures</source>
        <translation>相同的数据</translation>
    </message>
    <message>
        <source>Figures from Stratadeck&apos;s history.</source>
        <translation>数据来自 Stratadeck 的历史记录。</translation>
    </message>
    <message>
        <source>Figures of %1, recorded by Stratadeck.</source>
        <translation>数据来自 %1，由 Stratadeck 记录。</translation>
    </message>
    <message>
        <source>Bands reach from the smallest to the largest of the samples at a point.</source>
        <translation>色带表示每个点上样本的最小值到最大值。</translation>
    </message>
</context>
<context>
    <name>PrometheusRules</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>A recording rule was left out.</source>
        <translation>略去了一条记录规则。</translation>
    </message>
    <message>
        <source>The expression is kept as it is; Prometheus has to judge it.</source>
        <translation>表达式原样保留；须由 Prometheus 评判。</translation>
    </message>
    <message>
        <source>The severity “%1” is not known; P2 was taken.</source>
        <translation>严重级别“%1”未知；已采用 P2。</translation>
    </message>
</context>
<context>
    <name>RuleCheck</name>
    <message>
        <source>%1 needs a window, such as [5m].</source>
        <translation>%1 需要一个窗口，例如 [5m]。</translation>
    </message>
    <message>
        <source>The window %1 must be a multiple of %2, up to %3.</source>
        <translation>窗口 %1 必须是 %2 的倍数，最长 %3。</translation>
    </message>
    <message>
        <source>%1 needs a counter, and %2 is none.</source>
        <translation>%1 需要计数器，而 %2 不是。</translation>
    </message>
    <message>
        <source>predict needs to know how far ahead, such as 4h, up to %1.</source>
        <translation>predict 需要说明预测多远，例如 4h，最长 %1。</translation>
    </message>
    <message>
        <source>An event is one word of small letters, such as event:oom.</source>
        <translation>事件是一个小写单词，例如 event:oom。</translation>
    </message>
    <message>
        <source>Events can only be counted: count(%1[10m]).</source>
        <translation>事件只能计数：count(%1[10m])。</translation>
    </message>
    <message>
        <source>There is no problem “%1”; there are %2.</source>
        <translation>没有问题“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>Of a source only source:down is known.</source>
        <translation>关于来源只有 source:down。</translation>
    </message>
    <message>
        <source>Of %1 only the latest is known: last(%1).</source>
        <translation>%1 只知道最新值：last(%1)。</translation>
    </message>
    <message>
        <source>%1 has no label %2.</source>
        <translation>%1 没有标签 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 have no label in common.</source>
        <translation>%1 与 %2 没有共同的标签。</translation>
    </message>
    <message>
        <source>%1 has several instances: name one, such as %1{instance=&quot;vda&quot;}.</source>
        <translation>%1 有多个实例：请指定一个，例如 %1{instance=&quot;vda&quot;}。</translation>
    </message>
    <message>
        <source>There is no label “%1”; there are %2.</source>
        <translation>没有标签“%1”；可用的有 %2。</translation>
    </message>
    <message numerus="yes">
        <source>The text of a label is longer than %n characters.</source>
        <translation>
            <numerusform>标签的文本超过 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no regular expression.</source>
        <translation>“%1”不是正则表达式。</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n label conditions.</source>
        <translation>
            <numerusform>标签条件超过 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>A number is not finite.</source>
        <translation>有一个数不是有限数。</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n steps of arithmetic.</source>
        <translation>
            <numerusform>运算步骤超过 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rule needs a name of at most %n characters.</source>
        <translation>
            <numerusform>规则需要一个不超过 %n 个字符的名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A text of the rule is longer than %n characters.</source>
        <translation>
            <numerusform>规则的一段文本超过 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n comparisons.</source>
        <translation>
            <numerusform>比较超过 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>A time of the rule is longer than %1.</source>
        <translation>规则的一个时间超过 %1。</translation>
    </message>
    <message>
        <source>The clearing value must lie on the safe side of the threshold.</source>
        <translation>解除值必须位于阈值的安全一侧。</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n rules.</source>
        <translation>
            <numerusform>规则超过 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule %1 (%2): %3</source>
        <translation>规则 %1（%2）：%3</translation>
    </message>
    <message>
        <source>Rules %1 and %2 have the same name, %3.</source>
        <translation>规则 %1 与 %2 同名：%3。</translation>
    </message>
    <message>
        <source>There is no metric “%1”.</source>
        <translation>没有指标“%1”。</translation>
    </message>
    <message>
        <source>There is no metric “%1”; near it are %2.</source>
        <translation>没有指标“%1”；相近的有 %2。</translation>
    </message>
</context>
<context>
    <name>RuleImport</name>
    <message>
        <source>The file has another rule of this name before it.</source>
        <translation>文件中在它之前已有同名规则。</translation>
    </message>
    <message numerus="yes">
        <source>There are %n rules already, and no more fit.</source>
        <translation>
            <numerusform>已有 %n 条规则，不能再多了。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>Column %1: a text in double quotes is expected.</source>
        <translation>第 %1 列：应为双引号中的文本。</translation>
    </message>
    <message>
        <source>Column %1: after a backslash, one of &quot; \ n t uXXXX is expected.</source>
        <translation>第 %1 列：反斜杠之后应为 &quot; \ n t uXXXX 之一。</translation>
    </message>
    <message>
        <source>Column %1: the text that begins here has no closing quote.</source>
        <translation>第 %1 列：从这里开始的文本缺少结束引号。</translation>
    </message>
    <message>
        <source>Column %1: the text that begins here is too long.</source>
        <translation>第 %1 列：从这里开始的文本过长。</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>第 %1 列：%2</translation>
    </message>
    <message>
        <source>Column %1: a rule is at most 16384 characters long.</source>
        <translation>第 %1 列：规则最多 16384 个字符。</translation>
    </message>
    <message>
        <source>Column %1: AND, OR, UNLESS or the end is expected.</source>
        <translation>第 %1 列：应为 AND、OR、UNLESS 或结尾。</translation>
    </message>
    <message>
        <source>Column %1: a colon is expected after the rule&apos;s name.</source>
        <translation>第 %1 列：规则名称之后应为冒号。</translation>
    </message>
    <message>
        <source>Column %1: there are too many comparisons.</source>
        <translation>第 %1 列：比较过多。</translation>
    </message>
    <message>
        <source>Column %1: a figure such as avg(cpu.host_percent[5m]) is expected.</source>
        <translation>第 %1 列：应为数值，例如 avg(cpu.host_percent[5m])。</translation>
    </message>
    <message>
        <source>Column %1: a figure can only be calculated with constants, not with another figure.</source>
        <translation>第 %1 列：数值只能与常数运算，不能与另一个数值运算。</translation>
    </message>
    <message>
        <source>Column %1: this gives no number.</source>
        <translation>第 %1 列：这得不出一个数。</translation>
    </message>
    <message>
        <source>Column %1: there are too many steps of arithmetic.</source>
        <translation>第 %1 列：运算步骤过多。</translation>
    </message>
    <message>
        <source>Column %1: there are too many parentheses in each other.</source>
        <translation>第 %1 列：括号嵌套过多。</translation>
    </message>
    <message>
        <source>Column %1: a closing parenthesis is expected.</source>
        <translation>第 %1 列：应为右括号。</translation>
    </message>
    <message>
        <source>Column %1: one of %2 is expected.</source>
        <translation>第 %1 列：应为 %2 之一。</translation>
    </message>
    <message>
        <source>Column %1: a closing square bracket is expected.</source>
        <translation>第 %1 列：应为右方括号。</translation>
    </message>
    <message>
        <source>Column %1: a comma and how far ahead, such as “, 4h”, are expected.</source>
        <translation>第 %1 列：应为逗号和预测多远，例如“, 4h”。</translation>
    </message>
    <message>
        <source>Column %1: a metric such as cpu.host_percent, or event:, problem: or source:down, is expected.</source>
        <translation>第 %1 列：应为指标（例如 cpu.host_percent），或 event:、problem:、source:down。</translation>
    </message>
    <message>
        <source>Column %1: a label and one of = != =~ !~ are expected.</source>
        <translation>第 %1 列：应为标签和 = != =~ !~ 之一。</translation>
    </message>
    <message>
        <source>Column %1: there are too many label conditions.</source>
        <translation>第 %1 列：标签条件过多。</translation>
    </message>
    <message>
        <source>Column %1: a comma or a closing brace is expected.</source>
        <translation>第 %1 列：应为逗号或右花括号。</translation>
    </message>
    <message>
        <source>Column %1: one of &gt; &gt;= &lt; &lt;= == != is expected.</source>
        <translation>第 %1 列：应为 &gt; &gt;= &lt; &lt;= == != 之一。</translation>
    </message>
    <message>
        <source>Column %1: a number is expected.</source>
        <translation>第 %1 列：应为数字。</translation>
    </message>
    <message>
        <source>Column %1: a number is expected, without a unit or in %2.</source>
        <translation>第 %1 列：应为数字，不带单位或以 %2 为单位。</translation>
    </message>
    <message>
        <source>Column %1: a figure such as avg(cpu.host_percent[5m]) or a number is expected.</source>
        <translation>第 %1 列：应为数值（例如 avg(cpu.host_percent[5m])）或数字。</translation>
    </message>
    <message>
        <source>Column %1: a time such as 30s, 5m or 1h30m is expected.</source>
        <translation>第 %1 列：应为时间，例如 30s、5m 或 1h30m。</translation>
    </message>
    <message>
        <source>Column %1: %2 stands twice.</source>
        <translation>第 %1 列：%2 出现了两次。</translation>
    </message>
    <message>
        <source>Column %1: AND, OR, UNLESS, for, clear, until, keep, nodata, severity, flap, off, summary, description, reason or the end is expected.</source>
        <translation>第 %1 列：应为 AND、OR、UNLESS、for、clear、until、keep、nodata、severity、flap、off、summary、description、reason 或结尾。</translation>
    </message>
    <message>
        <source>Column %1: the clearing value must lie on the safe side of the threshold, with the sign turned round.</source>
        <translation>第 %1 列：解除值必须位于阈值的安全一侧，且符号相反。</translation>
    </message>
    <message>
        <source>Column %1: ok, keep, alert or error is expected.</source>
        <translation>第 %1 列：应为 ok、keep、alert 或 error。</translation>
    </message>
    <message>
        <source>Column %1: P0, P1, P2 or P3 is expected.</source>
        <translation>第 %1 列：应为 P0、P1、P2 或 P3。</translation>
    </message>
    <message>
        <source>Rules are at most 1 MiB long.</source>
        <translation>规则最长 1 MiB。</translation>
    </message>
    <message>
        <source>Column %1: the rule&apos;s name and a colon are expected.</source>
        <translation>第 %1 列：应为规则名称和冒号。</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n rules.</source>
        <translation>
            <numerusform>规则超过 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>the latest</source>
        <translation>最新值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 of 100 are below</source>
        <translation>100 个中有 95 个低于它</translation>
    </message>
    <message>
        <source>99 of 100 are below</source>
        <translation>100 个中有 99 个低于它</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>growth by second</source>
        <translation>每秒增长</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>增长量</translation>
    </message>
    <message>
        <source>last less first</source>
        <translation>末值减首值</translation>
    </message>
    <message>
        <source>how often it changed</source>
        <translation>变化次数</translation>
    </message>
    <message>
        <source>1 when nothing is known</source>
        <translation>无数据时为 1</translation>
    </message>
    <message>
        <source>where its line leads</source>
        <translation>按趋势线预测</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>Of a rule: the word as it is written, then what it means</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&gt; above</source>
        <translation>&gt; 高于</translation>
    </message>
    <message>
        <source>&gt;= at least</source>
        <translation>&gt;= 不低于</translation>
    </message>
    <message>
        <source>&lt; below</source>
        <translation>&lt; 低于</translation>
    </message>
    <message>
        <source>&lt;= at most</source>
        <translation>&lt;= 不高于</translation>
    </message>
    <message>
        <source>== equal to</source>
        <translation>== 等于</translation>
    </message>
    <message>
        <source>!= other than</source>
        <translation>!= 不等于</translation>
    </message>
    <message>
        <source>ok – as if it were well</source>
        <translation>ok – 视为正常</translation>
    </message>
    <message>
        <source>keep – as before</source>
        <translation>keep – 保持原状</translation>
    </message>
    <message>
        <source>alert – after two intervals it is an alert</source>
        <translation>alert – 两个周期后告警</translation>
    </message>
    <message>
        <source>error – at once it is an alert</source>
        <translation>error – 立即告警</translation>
    </message>
    <message>
        <source>A figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>An event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>A problem of a VM or container</source>
        <translation>虚拟机或容器的问题</translation>
    </message>
    <message>
        <source>A source that does not answer</source>
        <translation>没有响应的数据源</translation>
    </message>
    <message>
        <source>%1 – %2, in %3</source>
        <extracomment>%1 is the name of a metric as rules have it, %2 what it is, %3 its unit</extracomment>
        <translation>%1 – %2（%3）</translation>
    </message>
    <message>
        <source>standard</source>
        <extracomment>Of a rule: it came with the program</extracomment>
        <translation>标准</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>Of a rule: it came with the program and somebody changed it</extracomment>
        <translation>已修改</translation>
    </message>
    <message>
        <source>own</source>
        <extracomment>Of a rule: somebody wrote it</extracomment>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Prometheus judges this rule; it is kept here as it is. What it asks for cannot be edited in the form.</source>
        <translation>此规则由 Prometheus 判断，在此原样保留。其条件不能在表单中编辑。</translation>
    </message>
    <message numerus="yes">
        <source>This rule joins %n comparisons, which the form cannot show. Edit them as text; what stands here belongs to the whole rule.</source>
        <translation>
            <numerusform>此规则由 %n 个比较组成，表单无法显示。请以文本编辑它们；此处的内容属于整条规则。</numerusform>
        </translation>
    </message>
    <message>
        <source>This rule fires until another comparison is true, which the form cannot show. Edit it as text; what stands here belongs to the whole rule.</source>
        <translation>此规则会一直触发，直到另一个比较成立，表单无法显示。请以文本编辑；此处的内容属于整条规则。</translation>
    </message>
    <message>
        <source>This rule calculates with its figure, which the form cannot show. Edit it as text; what stands here belongs to the whole rule.</source>
        <translation>此规则对数值进行了运算，表单无法显示。请以文本编辑；此处的内容属于整条规则。</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>Can application, platform and infrastructure be changed apart from each other?</source>
        <translation>应用、平台和基础设施能否各自独立变更？</translation>
    </message>
    <message>
        <source>Do resources follow the load by themselves?</source>
        <translation>资源能否自动随负载调整？</translation>
    </message>
    <message>
        <source>Does the whole go on when any one part fails?</source>
        <translation>任一部分发生故障时，整体能否继续运行？</translation>
    </message>
    <message>
        <source>Is security designed in everywhere, rather than added at the end?</source>
        <translation>安全是否贯穿整个设计，而不是最后才补上？</translation>
    </message>
    <message>
        <source>Intake: do streams of data come in as they arise?</source>
        <translation>接入层：数据流是否实时进入？</translation>
    </message>
    <message>
        <source>Storage: is data kept in more than one place?</source>
        <translation>存储层：数据是否保存在多处？</translation>
    </message>
    <message>
        <source>Processing: can data be processed in batches and as a stream?</source>
        <translation>处理层：数据能否既作批处理又作流处理？</translation>
    </message>
    <message>
        <source>Service: is data had through interfaces rather than from its storage?</source>
        <translation>服务层：数据是否通过接口获取，而不是直接取自存储？</translation>
    </message>
    <message>
        <source>Is data classified and graded?</source>
        <translation>数据是否已分类分级？</translation>
    </message>
    <message>
        <source>Is data encrypted where it is stored and on its way?</source>
        <translation>数据在存储和传输时是否加密？</translation>
    </message>
    <message>
        <source>Is access to data controlled and audited?</source>
        <translation>对数据的访问是否受到控制和审计？</translation>
    </message>
    <message>
        <source>Is data backed up, and has restoring it been tried?</source>
        <translation>数据是否有备份，并且试过恢复？</translation>
    </message>
    <message>
        <source>Principles (4.1.1)</source>
        <translation>设计原则（4.1.1）</translation>
    </message>
    <message>
        <source>Layers of data (4.2.1)</source>
        <translation>数据分层（4.2.1）</translation>
    </message>
    <message>
        <source>Protection of data (4.2.2)</source>
        <translation>数据保护（4.2.2）</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>%1 of %2 checks are answered: %3 yes, %4 partly, %5 no, %6 not applicable; %7 without a reason.</source>
        <extracomment>Counts of checks: answered of all, then yes, partly, no, not applicable, and how many lack a reason</extracomment>
        <translation>%2 项检查中已回答 %1 项：%3 项是，%4 项部分，%5 项否，%6 项不适用；%7 项没有原因。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Reason or evidence</source>
        <translation>原因或证据</translation>
    </message>
    <message>
        <source>By</source>
        <translation>回答人</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Suitability</name>
    <message>
        <source>Does it need a kernel of its own, or another system than Linux?</source>
        <translation>它是否需要自己的内核，或 Linux 以外的系统？</translation>
    </message>
    <message>
        <source>Is it old software that cannot be packed into an image?</source>
        <translation>它是否是无法打包成镜像的旧软件？</translation>
    </message>
    <message>
        <source>Do people work at a graphical desktop inside it?</source>
        <translation>是否有人在其中的图形桌面上工作？</translation>
    </message>
    <message>
        <source>Must it be restored or moved as a whole machine?</source>
        <translation>它是否必须作为整机恢复或迁移？</translation>
    </message>
    <message>
        <source>Does it serve tenants who do not trust each other?</source>
        <translation>它是否服务于互不信任的租户？</translation>
    </message>
    <message>
        <source>Is it a core system, or does it hold data that must not leak?</source>
        <translation>它是否是核心系统，或存有不得泄露的数据？</translation>
    </message>
    <message>
        <source>Do rules that apply to it ask for isolation by hardware?</source>
        <translation>适用于它的规定是否要求硬件隔离？</translation>
    </message>
    <message>
        <source>Does it keep state on its local disk?</source>
        <translation>它是否在本地磁盘上保存状态？</translation>
    </message>
    <message>
        <source>Must it grow and shrink within seconds?</source>
        <translation>它是否必须在数秒内伸缩？</translation>
    </message>
    <message>
        <source>Does it run as many instances that live for a short time?</source>
        <translation>它是否以大量短时实例的形式运行？</translation>
    </message>
    <message>
        <source>Is it released often, by a pipeline?</source>
        <translation>它是否经由流水线频繁发布？</translation>
    </message>
    <message>
        <source>Does it get its configuration from outside, as twelve-factor software does?</source>
        <translation>它是否像 12-Factor 应用那样从外部获取配置？</translation>
    </message>
    <message>
        <source>Is it made of small services with interfaces?</source>
        <translation>它是否由带接口的小型服务组成？</translation>
    </message>
    <message>
        <source>Does it process data in batches or streams?</source>
        <translation>它是否以批处理或流处理方式处理数据？</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>High security</source>
        <translation>高安全要求</translation>
    </message>
    <message>
        <source>Legacy</source>
        <translation>传统应用</translation>
    </message>
    <message>
        <source>Cloud native</source>
        <translation>云原生</translation>
    </message>
    <message>
        <source>Modern application</source>
        <translation>现代应用</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不适合</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>container inside a VM</source>
        <translation>虚拟机中的容器</translation>
    </message>
    <message>
        <source>Too little is known of it to recommend anything.</source>
        <translation>对它了解太少，无法给出建议。</translation>
    </message>
    <message>
        <source>It needs a VM; whether containers in that VM suit it is not known yet.</source>
        <translation>它需要虚拟机；虚拟机中的容器是否适合它，目前未知。</translation>
    </message>
    <message>
        <source>Containers suit it; whether they need a VM around them is not known yet.</source>
        <translation>容器适合它；容器外是否需要虚拟机，目前未知。</translation>
    </message>
    <message>
        <source>None of the four scenarios of the analysis describes it (sections 1.2.1 and 1.2.2).</source>
        <translation>分析文档的四种场景都不符合它（第 1.2.1 和 1.2.2 节）。</translation>
    </message>
    <message>
        <source>Something it needs cannot be had in a container, so it belongs into a VM (analysis, section 1.2.1).</source>
        <translation>它需要的某些东西容器无法提供，因此应放在虚拟机中（分析文档第 1.2.1 节）。</translation>
    </message>
    <message>
        <source>Only scenarios in which VMs are at home describe it (analysis, section 1.2.1).</source>
        <translation>只有适合虚拟机的场景符合它（分析文档第 1.2.1 节）。</translation>
    </message>
    <message>
        <source>Only scenarios in which containers are at home describe it, and nothing asks for the isolation of a VM (analysis, section 1.2.2).</source>
        <translation>只有适合容器的场景符合它，并且没有什么要求虚拟机的隔离（分析文档第 1.2.2 节）。</translation>
    </message>
    <message>
        <source>It needs what a VM gives and what containers give: the platform is virtualised, the application runs in containers on it (analysis, section 1.3.1).</source>
        <translation>它既需要虚拟机的优点，也需要容器的优点：平台虚拟化，应用在其上的容器中运行（分析文档第 1.3.1 节）。</translation>
    </message>
</context>
<context>
    <name>SuitabilityFacts</name>
    <message>
        <source>It runs as a container already.</source>
        <translation>它已经作为容器运行。</translation>
    </message>
    <message>
        <source>Its system is not Linux: %1.</source>
        <extracomment>%1 names the system</extracomment>
        <translation>它的系统不是 Linux：%1。</translation>
    </message>
    <message>
        <source>Its system is Linux: %1.</source>
        <extracomment>%1 names the system</extracomment>
        <translation>它的系统是 Linux：%1。</translation>
    </message>
    <message>
        <source>It boots a kernel that was chosen for it on the host.</source>
        <translation>它启动的是在主机上为它选定的内核。</translation>
    </message>
    <message>
        <source>Its firmware can refuse to boot what is not signed.</source>
        <translation>它的固件可以拒绝启动未经签名的内容。</translation>
    </message>
    <message>
        <source>The disk %1 is handed through as a whole or shared with other VMs.</source>
        <extracomment>%1 names a disk</extracomment>
        <translation>磁盘 %1 整体直通，或与其他虚拟机共享。</translation>
    </message>
    <message>
        <source>Snapshots of the whole machine are kept: %1.</source>
        <extracomment>%1 is how many there are</extracomment>
        <translation>保留着整机快照：%1 个。</translation>
    </message>
    <message>
        <source>It is forgotten when it ends.</source>
        <translation>它结束后不会保留。</translation>
    </message>
    <message>
        <source>It has all rights on its host, so that only a VM would hold it.</source>
        <translation>它在主机上拥有全部权限，只有虚拟机才能约束它。</translation>
    </message>
    <message>
        <source>It may command the engine of its host through %1.</source>
        <extracomment>%1 is the path of a socket</extracomment>
        <translation>它可以通过 %1 控制主机上的引擎。</translation>
    </message>
    <message>
        <source>It uses the network of its host.</source>
        <translation>它使用主机的网络。</translation>
    </message>
    <message>
        <source>It writes to a volume at %1.</source>
        <extracomment>%1 is a folder inside the container</extracomment>
        <translation>它向挂载在 %1 的卷写入。</translation>
    </message>
    <message>
        <source>It may write to a folder of its host at %1.</source>
        <extracomment>%1 is a folder inside the container</extracomment>
        <translation>它可以向挂载在 %1 的主机文件夹写入。</translation>
    </message>
    <message>
        <source>It can write nothing that stays.</source>
        <translation>它写不出任何会保留的内容。</translation>
    </message>
    <message>
        <source>It has a health check, which says “%1”.</source>
        <extracomment>%1 is the engine&apos;s word, as &quot;healthy&quot;</extracomment>
        <translation>它有健康检查，结果为“%1”。</translation>
    </message>
    <message>
        <source>The engine starts it again when it ends (“%1”).</source>
        <extracomment>%1 is the engine&apos;s word, as &quot;always&quot;</extracomment>
        <translation>它结束后引擎会重新启动它（“%1”）。</translation>
    </message>
    <message>
        <source>It serves others at %1.</source>
        <extracomment>%1 lists ports</extracomment>
        <translation>它在 %1 对外提供服务。</translation>
    </message>
    <message>
        <source>It belongs to the pod %1.</source>
        <extracomment>%1 names a pod</extracomment>
        <translation>它属于 Pod %1。</translation>
    </message>
    <message>
        <source>Its load swings: mean and 95th percentile are %1 of its host.</source>
        <extracomment>%1 is two figures, as &quot;3 % / 12 %&quot;</extracomment>
        <translation>它的负载波动大：平均值和第 95 百分位占主机的 %1。</translation>
    </message>
    <message>
        <source>Its load is steady: mean and 95th percentile are %1 of its host.</source>
        <extracomment>%1 is two figures, as &quot;3 % / 4 %&quot;</extracomment>
        <translation>它的负载平稳：平均值和第 95 百分位占主机的 %1。</translation>
    </message>
    <message>
        <source>inventory, %1</source>
        <extracomment>%1 is what identifies a VM or container</extracomment>
        <translation>清单，%1</translation>
    </message>
    <message>
        <source>domain XML, %1</source>
        <extracomment>%1 is a place in there</extracomment>
        <translation>域 XML，%1</translation>
    </message>
    <message>
        <source>inspect, %1</source>
        <extracomment>%1 is a place in what a container engine answers to &quot;inspect&quot;</extracomment>
        <translation>inspect，%1</translation>
    </message>
    <message>
        <source>history of the last day, %1</source>
        <extracomment>%1 names a metric</extracomment>
        <translation>最近一天的历史，%1</translation>
    </message>
</context>
<context>
    <name>SuitabilityReport</name>
    <message>
        <source>%1 – %2 (answered by %3, %4)</source>
        <extracomment>A question, &quot;yes&quot; or &quot;no&quot;, who said so, when</extracomment>
        <translation>%1 – %2（由 %3 于 %4 回答）</translation>
    </message>
    <message>
        <source>+ for:</source>
        <extracomment>What speaks for something</extracomment>
        <translation>+ 支持：</translation>
    </message>
    <message>
        <source>− against:</source>
        <translation>− 反对：</translation>
    </message>
    <message>
        <source>It is a hint and decides nothing alone.</source>
        <translation>这只是线索，单独不起决定作用。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>The name of a scenario, and whether it fits
----------
The name of a VM or container, and where it should run</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>? not known: %1</source>
        <translation>？ 未知：%1</translation>
    </message>
    <message>
        <source>As a core system it is to be backed by a VM (analysis, section 1.3.1).</source>
        <translation>作为核心系统，应由虚拟机提供保障（分析文档第 1.3.1 节）。</translation>
    </message>
    <message>
        <source>For data processing the analysis advises a mix of both (section 1.3.1).</source>
        <translation>对于数据处理，分析文档建议混合使用两者（第 1.3.1 节）。</translation>
    </message>
    <message>
        <source>As a service at the edge it is quick to deploy in containers (analysis, section 1.3.1).</source>
        <translation>作为边缘服务，用容器部署更敏捷（分析文档第 1.3.1 节）。</translation>
    </message>
    <message>
        <source>What would settle it:</source>
        <translation>弄清以下问题即可定论：</translation>
    </message>
    <message>
        <source>%1 If yes: %2; if no: %3.</source>
        <extracomment>A question, then what is recommended with yes and with no</extracomment>
        <translation>%1 若是：%2；若否：%3。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>The answer and what was read contradict each other, so this counts as unknown: %1</source>
        <translation>回答与读取到的内容相互矛盾，因此按未知处理：%1</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a time, %2 what happened then</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more here; zoom in to read them.</source>
        <translation>
            <numerusform>此处还有 %n 项；放大后可查看。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraySummary</name>
    <message numerus="yes">
        <source>%1 of %n guest(s) running</source>
        <extracomment>%1 guests run, %n are known</extracomment>
        <translation>
            <numerusform>%n 个客户机中有 %1 个正在运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) failed</source>
        <translation>
            <numerusform>%n 个数据源失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) without a response, the worst %1</source>
        <extracomment>In the tray&apos;s tool tip; %1 is P0, P1, P2 or P3</extracomment>
        <translation>
            <numerusform>%n 个告警无人响应，最严重为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suppressed alert(s)</source>
        <translation>
            <numerusform>%n 个告警被抑制</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Window</source>
        <extracomment>A group of actions</extracomment>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <extracomment>%1 is a page&apos;s name such as Monitor</extracomment>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>在图表中</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>From the filter to the list</source>
        <translation>从筛选框到列表</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>To the previous or next sample</source>
        <translation>到上一个或下一个样本</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>Ten samples further</source>
        <translation>移动十个样本</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation>Shift+左、Shift+右</translation>
    </message>
    <message>
        <source>To the first or last sample</source>
        <translation>到第一个或最后一个样本</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Back to the whole range</source>
        <translation>返回完整范围</translation>
    </message>
    <message>
        <source>Zoom to a part</source>
        <translation>放大一部分</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>在光标处缩放</translation>
    </message>
    <message>
        <source>Open: go to the charts of the row</source>
        <translation>打开：转到该行的图表</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+左、Ctrl+右</translation>
    </message>
    <message>
        <source>To the previous or next thing that happened</source>
        <translation>到上一个或下一个事件</translation>
    </message>
    <message>
        <source>Alt+PgUp, Alt+PgDown</source>
        <translation>Alt+PgUp、Alt+PgDown</translation>
    </message>
    <message>
        <source>To the largest value</source>
        <translation>转到最大值</translation>
    </message>
    <message>
        <source>Select a part</source>
        <translation>选取一段</translation>
    </message>
    <message>
        <source>Zoom to the selected part</source>
        <translation>放大到选取的一段</translation>
    </message>
    <message>
        <source>Drop the selection, or hide the cursor</source>
        <translation>取消选取，或隐藏游标</translation>
    </message>
    <message>
        <source>Then from the charts to the list</source>
        <translation>再按一次从图表回到列表</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
</context>
<context>
    <name>stratadeck::AcknowledgeDialog</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>tell me again</source>
        <translation>再次通知我</translation>
    </message>
    <message>
        <source>stays acknowledged</source>
        <translation>保持已确认</translation>
    </message>
    <message>
        <source>What you are doing about it</source>
        <translation>您正在采取的措施</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>备注：</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>时长：</translation>
    </message>
    <message>
        <source>If it gets worse:</source>
        <translation>若恶化：</translation>
    </message>
</context>
<context>
    <name>stratadeck::AlertActions</name>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>确认(&amp;A)</translation>
    </message>
    <message>
        <source>You take care of the selected alerts.</source>
        <translation>由您处理所选告警。</translation>
    </message>
    <message>
        <source>Acknowledge with &amp;note…</source>
        <translation>确认并备注(&amp;N)…</translation>
    </message>
    <message>
        <source>The same, with a note and for as long as you say.</source>
        <translation>同上，可附备注并指定时长。</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>撤回(&amp;T)</translation>
    </message>
    <message>
        <source>Takes the acknowledgement back: the time to respond runs on.</source>
        <translation>撤回确认：响应时间继续计时。</translation>
    </message>
    <message>
        <source>Silence &amp;1 hour</source>
        <translation>静默 1 小时(&amp;1)</translation>
    </message>
    <message>
        <source>Nobody is told of the selected alerts for an hour.</source>
        <translation>一小时内不就所选告警发送通知。</translation>
    </message>
    <message>
        <source>&amp;Silence…</source>
        <translation>静默(&amp;S)…</translation>
    </message>
    <message>
        <source>Silence more than this, or for longer.</source>
        <translation>静默更多告警或更长时间。</translation>
    </message>
    <message>
        <source>Put on &amp;hold…</source>
        <translation>搁置(&amp;H)…</translation>
    </message>
    <message>
        <source>The time to respond stands still, for a reason that you give.</source>
        <translation>响应时间暂停计时，须说明原因。</translation>
    </message>
    <message>
        <source>Show the &amp;chart</source>
        <translation>显示图表(&amp;C)</translation>
    </message>
    <message>
        <source>The figures a quarter of an hour before and after it fired.</source>
        <translation>触发前后各一刻钟的数据。</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the selected alerts as text.</source>
        <translation>将所选告警复制为文本。</translation>
    </message>
    <message>
        <source>This console only looks: read-only mode is on.</source>
        <translation>此控制台仅供查看：已启用只读模式。</translation>
    </message>
    <message>
        <source>Select an open alert first.</source>
        <translation>请先选择一个未恢复的告警。</translation>
    </message>
    <message>
        <source>None of the selected is acknowledged.</source>
        <translation>所选告警均未确认。</translation>
    </message>
    <message>
        <source>Select one alert.</source>
        <translation>请选择一个告警。</translation>
    </message>
    <message>
        <source>Select one open alert.</source>
        <translation>请选择一个未恢复的告警。</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n 个告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You take care of %n alert(s).</source>
        <translation>
            <numerusform>由您处理 %n 个告警。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) silenced for an hour.</source>
        <translation>
            <numerusform>已将 %n 个告警静默一小时。</numerusform>
        </translation>
    </message>
    <message>
        <source>No notices of %1 until %2.</source>
        <extracomment>%1 is what is suppressed, %2 until when</extracomment>
        <translation>%2 之前不就 %1 发送通知。</translation>
    </message>
</context>
<context>
    <name>stratadeck::AlertDetails</name>
    <message>
        <source>Nobody now</source>
        <translation>目前无人</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <extracomment>A person, then until when they take care of it</extracomment>
        <translation>%1，至 %2</translation>
    </message>
    <message numerus="yes">
        <source>Reopened %n time(s)</source>
        <translation>
            <numerusform>已重新打开 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>自 %1 起逾期</translation>
    </message>
    <message>
        <source>Resolved at %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>恢复于 %1</translation>
    </message>
    <message>
        <source>About the selected alert</source>
        <translation>关于所选告警</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Clock:</source>
        <translation>计时：</translation>
    </message>
    <message>
        <source>Fired:</source>
        <translation>触发：</translation>
    </message>
    <message>
        <source>Who has it:</source>
        <translation>处理人：</translation>
    </message>
    <message>
        <source>Why shown:</source>
        <translation>显示原因：</translation>
    </message>
    <message>
        <source>Labels:</source>
        <translation>标签：</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理经过</translation>
    </message>
    <message>
        <source>Select an alert to see all about it.</source>
        <translation>选择一个告警以查看详情。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more selected</source>
        <translation>
            <numerusform>另选中 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (due %2)</source>
        <extracomment>What the clock says, then by when</extracomment>
        <translation>%1（截止 %2）</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>内容：</translation>
    </message>
</context>
<context>
    <name>stratadeck::AlertNotifier</name>
    <message>
        <source>%1 %2: %3</source>
        <extracomment>What has just fired: P0, the name of an alert, what it is about</extracomment>
        <translation>%1 %2：%3</translation>
    </message>
</context>
<context>
    <name>stratadeck::AlertPage</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Silences and maintenance</source>
        <translation>静默与维护</translation>
    </message>
    <message>
        <source>Filter alerts, such as a name or a host</source>
        <translation>筛选告警，如名称或主机</translation>
    </message>
    <message>
        <source>Filter alerts</source>
        <translation>筛选告警</translation>
    </message>
    <message>
        <source>Alerts</source>
        <extracomment>A group of actions</extracomment>
        <translation>告警</translation>
    </message>
    <message>
        <source>Show suppressed (%1)</source>
        <translation>显示已抑制（%1）</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <extracomment>A group of actions</extracomment>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>本页的各部分</translation>
    </message>
</context>
<context>
    <name>stratadeck::AlertmanagerPage</name>
    <message>
        <source>Token of Alertmanager</source>
        <translation>Alertmanager 的令牌</translation>
    </message>
    <message>
        <source>Show it our alerts and &amp;silences</source>
        <translation>把本机的告警和静默告诉它(&amp;S)</translation>
    </message>
    <message>
        <source>Show its alerts on our &amp;board</source>
        <translation>在告警板上显示它的告警(&amp;B)</translation>
    </message>
    <message>
        <source>Silence there what is ac&amp;knowledged here, a quarter of an hour at a time</source>
        <translation>在此确认的告警在那里静默，每次一刻钟(&amp;K)</translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation>发送测试(&amp;T)</translation>
    </message>
    <message>
        <source>Send a test to Alertmanager</source>
        <translation>向 Alertmanager 发送测试</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>有应答。</translation>
    </message>
    <message>
        <source>Take its &amp;webhooks at port</source>
        <translation>在此端口接收它的 Webhook(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Copy configuration</source>
        <translation>复制配置(&amp;C)</translation>
    </message>
    <message>
        <source>Send a t&amp;est</source>
        <translation>发送测试(&amp;E)</translation>
    </message>
    <message>
        <source>Send a test to the receiver</source>
        <translation>向接收端发送测试</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>None, or its address: http://127.0.0.1:9093</source>
        <translation>无，或其地址：http://127.0.0.1:9093</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>令牌(&amp;O)：</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>Webhooks of Alertmanager</source>
        <translation>Alertmanager 的 Webhook</translation>
    </message>
    <message>
        <source>Port of the receiver</source>
        <translation>接收端的端口</translation>
    </message>
    <message>
        <source>What alertmanager.yml has to say, with the token.</source>
        <translation>alertmanager.yml 中应写的内容，含令牌。</translation>
    </message>
    <message>
        <source>What severities of others mean</source>
        <translation>其他程序的严重程度对应什么</translation>
    </message>
    <message>
        <source>Words that mean %1</source>
        <extracomment>%1 is a severity: P0, P1, P2 or P3</extracomment>
        <translation>表示 %1 的词</translation>
    </message>
    <message>
        <source>Words of the label “severity”, separated by commas. What is in no list is P2, and said to be a guess.</source>
        <translation>标签“severity”的取值，以逗号分隔。不在列表中的按 P2 处理，并注明是猜测。</translation>
    </message>
    <message>
        <source>“%1” is not the address of an Alertmanager. It begins with https:// or http:// and has no password in it.</source>
        <translation>“%1”不是 Alertmanager 的地址。地址应以 https:// 或 http:// 开头，且不含密码。</translation>
    </message>
    <message>
        <source>“%1” is not a word of a severity.</source>
        <translation>“%1”不是严重程度的词。</translation>
    </message>
    <message>
        <source>The severity “%1” is there twice.</source>
        <translation>严重程度“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Say for at least one word which severity it means.</source>
        <translation>请至少为一个词指定严重程度。</translation>
    </message>
</context>
<context>
    <name>stratadeck::AssessmentList</name>
    <message>
        <source>Assessments</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>No assessment yet.</source>
        <translation>还没有评估。</translation>
    </message>
    <message>
        <source>An assessment weighs VM, container and hybrid against each other, with figures this machine has measured.</source>
        <translation>评估用本机实测的数值来权衡虚拟机、容器与混合方案。</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更数</translation>
    </message>
    <message>
        <source>&amp;Show archived assessments</source>
        <translation>显示已归档的评估(&amp;S)</translation>
    </message>
    <message>
        <source>All assessments are archived.</source>
        <translation>所有评估均已归档。</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>stratadeck::AssumptionsDialog</name>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Must be looked at &amp;again on</source>
        <translation>须重新审视的日期(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Day from which the assumption must be looked at again</source>
        <translation>须重新审视该假设的起始日期</translation>
    </message>
    <message>
        <source>&amp;What is assumed</source>
        <translation>假设内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>负责人(&amp;O)</translation>
    </message>
    <message>
        <source>What is assumed</source>
        <translation>假设内容</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>重新审视日期</translation>
    </message>
    <message>
        <source>Write down what is assumed, or remove the line.</source>
        <translation>请写下假设内容，或移除该行。</translation>
    </message>
</context>
<context>
    <name>stratadeck::BacktestEntityModel</name>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Fired</source>
        <extracomment>Head of a column: how often</extracomment>
        <translation>触发次数</translation>
    </message>
    <message>
        <source>Firing for</source>
        <extracomment>Head of a column: how long altogether</extracomment>
        <translation>触发时长</translation>
    </message>
    <message>
        <source>Beyond the threshold, but not long enough to fire</source>
        <translation>超过阈值，但时间不足以触发</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>险些触发</translation>
    </message>
</context>
<context>
    <name>stratadeck::BacktestView</name>
    <message>
        <source>Start of the back-test</source>
        <translation>回测开始时间</translation>
    </message>
    <message>
        <source>End of the back-test</source>
        <translation>回测结束时间</translation>
    </message>
    <message>
        <source>&amp;Back-test</source>
        <translation>回测(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>How far back the rule is tried</source>
        <translation>回测的时间范围</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>从…到</translation>
    </message>
    <message>
        <source>How much of the history has been judged</source>
        <translation>历史的判断进度</translation>
    </message>
    <message>
        <source>Copy the selected firings, or all when none is selected.</source>
        <translation>复制选中的触发记录；未选中时复制全部。</translation>
    </message>
    <message>
        <source>Save the firings as a CSV table.</source>
        <translation>将触发记录保存为 CSV 表格。</translation>
    </message>
    <message>
        <source>How often it would have fired, by entity</source>
        <translation>各对象本会触发的次数</translation>
    </message>
    <message>
        <source>When it would have fired</source>
        <translation>本会触发的时间</translation>
    </message>
    <message>
        <source>fires %1 %2</source>
        <extracomment>Beside a line in a chart; %1 is a sign such as &gt;, %2 a value</extracomment>
        <translation>触发 %1 %2</translation>
    </message>
    <message>
        <source>clears at %1</source>
        <extracomment>Beside a line in a chart; %1 is a value</extracomment>
        <translation>恢复于 %1</translation>
    </message>
    <message>
        <source>Try the rule before it is in force.</source>
        <translation>在规则生效之前先试一试。</translation>
    </message>
    <message>
        <source>It is judged over the recorded history as it would have been at the time.</source>
        <translation>将在已记录的历史上判断它，与当时的判断相同。</translation>
    </message>
    <message>
        <source>Prometheus judges this rule, so it cannot be tried here.</source>
        <translation>此规则由 Prometheus 判断，无法在此回测。</translation>
    </message>
    <message>
        <source>The end must lie after the start.</source>
        <translation>结束时间必须晚于开始时间。</translation>
    </message>
    <message>
        <source>Judge the rule over the recorded history.</source>
        <translation>在已记录的历史上判断规则。</translation>
    </message>
    <message>
        <source>The rule has changed since: what is shown is of the rule as it was.</source>
        <translation>规则此后已更改：显示的是更改前的结果。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重新回测</translation>
    </message>
    <message>
        <source>The history knows nothing that this rule is for.</source>
        <translation>历史中没有此规则针对的对象。</translation>
    </message>
    <message>
        <source>Look at its conditions, or record first.</source>
        <translation>请检查其条件，或先进行记录。</translation>
    </message>
    <message>
        <source>It would not have fired.</source>
        <translation>它不会触发。</translation>
    </message>
    <message numerus="yes">
        <source>It would have fired %n time(s), for %1 altogether, on %2 of %3.</source>
        <extracomment>%1 is a length of time; it fired on %2 of %3 VMs, disks and so on</extracomment>
        <translation>
            <numerusform>它本会触发 %n 次，共 %1，涉及 %3 个对象中的 %2 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Near misses: %1.</source>
        <translation>险些触发：%1 次。</translation>
    </message>
    <message>
        <source>Unknown for %1 of the time.</source>
        <extracomment>%1 is a share in percent</extracomment>
        <translation>%1 的时间没有数据。</translation>
    </message>
    <message>
        <source>It asks for something that the history does not keep, so the rule may fire more often.</source>
        <translation>它需要历史中没有保存的内容，因此规则可能触发得更频繁。</translation>
    </message>
    <message>
        <source>Judged by minutes.</source>
        <translation>按分钟判断。</translation>
    </message>
    <message>
        <source>Judged by every sample.</source>
        <translation>按每个样本判断。</translation>
    </message>
    <message>
        <source>There is no history yet. The rule can be tried once something has been recorded.</source>
        <translation>还没有历史。有记录之后即可回测规则。</translation>
    </message>
    <message>
        <source>firing for %1</source>
        <extracomment>At the cursor of a chart: the rule would have fired then; %1 is for how long</extracomment>
        <translation>触发 %1</translation>
    </message>
    <message>
        <source>What happens to sources is not recorded.</source>
        <translation>数据源的状况没有记录。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing is known of it in this time.</source>
        <translation>这段时间内没有它的数据。</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Back-test</source>
        <translation>回测</translation>
    </message>
</context>
<context>
    <name>stratadeck::BoardView</name>
    <message>
        <source>Nothing open</source>
        <translation>无未恢复告警</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <extracomment>Head of a column of alerts: P1, Core function, how many</extracomment>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>Alerts of severity %1, %2</source>
        <extracomment>%1 is P0, P1, P2 or P3, %2 what it means</extracomment>
        <translation>严重级别 %1（%2）的告警</translation>
    </message>
</context>
<context>
    <name>stratadeck::BulkDialog</name>
    <message>
        <source>Force…</source>
        <translation>强制…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Result of each item</source>
        <translation>每一项的结果</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <extracomment>%1 is a sentence with the reason</extracomment>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message numerus="yes">
        <source>%1 begins in %n second(s).</source>
        <extracomment>%1 is an operation such as Shut down</extracomment>
        <translation>
            <numerusform>%1将在 %n 秒后开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>不再等待</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n still under way.</source>
        <extracomment>%1 is an operation such as Shut down</extracomment>
        <translation>
            <numerusform>%1：还有 %n 项进行中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1: %2 done, %3 not.</source>
        <extracomment>%1 is an operation such as Shut down, %2 and %3 are numbers</extracomment>
        <translation>%1：%2 项完成，%3 项未完成。</translation>
    </message>
    <message>
        <source>%1 what still runs…</source>
        <extracomment>%1 is an operation such as Force off</extracomment>
        <translation>对仍在运行的%1…</translation>
    </message>
</context>
<context>
    <name>stratadeck::CardDelegate</name>
    <message numerus="yes">
        <source>+%n that follow(s)</source>
        <translation>
            <numerusform>+%n 个连带告警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::CashFlowChart</name>
    <message>
        <source>Sum after %1 years: %2</source>
        <translation>%1 年后的合计：%2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Bars: each year. Line: sum so far.</source>
        <translation>柱：每年。线：累计。</translation>
    </message>
    <message>
        <source>Year %1: %2, sum %3</source>
        <translation>第 %1 年：%2，累计 %3</translation>
    </message>
</context>
<context>
    <name>stratadeck::CellDialog</name>
    <message>
        <source>&amp;Known as</source>
        <translation>已知形式(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Figure or least%1</source>
        <translation>数值或最小值%1(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Likely or mean%1</source>
        <translation>最可能值或均值%1(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Most%1</source>
        <translation>最大值%1(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Deviation%1</source>
        <translation>标准差%1(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>Title and place of the document</source>
        <translation>文档的标题与位置</translation>
    </message>
    <message>
        <source>D&amp;ocument</source>
        <translation>文档(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Confidence</source>
        <translation>把握(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Give a number in each field.</source>
        <translation>请在每一栏填入数字。</translation>
    </message>
    <message>
        <source>The figures must ascend from least to most.</source>
        <translation>数值必须从最小到最大递增。</translation>
    </message>
    <message>
        <source>A deviation cannot be below 0.</source>
        <translation>标准差不能小于 0。</translation>
    </message>
</context>
<context>
    <name>stratadeck::ChartExporter</name>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
</context>
<context>
    <name>stratadeck::ChartPane</name>
    <message>
        <source>Charts of the selection</source>
        <translation>所选项的图表</translation>
    </message>
    <message>
        <source>Operations on the selection</source>
        <translation>对所选项的操作</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message numerus="yes">
        <source>The charts compare the first %n of the selected rows.</source>
        <translation>
            <numerusform>图表比较所选行中的前 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1 (highest %2 of %3)</source>
        <extracomment>%1 is the title of a chart, the highest %2 of its %3 lines are shown</extracomment>
        <translation>%1（%3 条中最高的 %2 条）</translation>
    </message>
</context>
<context>
    <name>stratadeck::ChartPanel</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the figures as a table.</source>
        <translation>以表格显示数值。</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>stratadeck::ChartTools</name>
    <message>
        <source>&amp;Compare with earlier</source>
        <translation>与更早时间比较(&amp;C)</translation>
    </message>
    <message>
        <source>Shows the same figures of an hour, a day or a week earlier.</source>
        <translation>同时显示一小时、一天或一周之前的同一数据。</translation>
    </message>
    <message>
        <source>Fit &amp;scale to the data</source>
        <translation>刻度适应数据(&amp;S)</translation>
    </message>
    <message>
        <source>Off: fixed scales from 0 to 100 % or to the most there can be. On: each chart shows just the values that occur.</source>
        <translation>关闭：固定刻度，从 0 到 100 % 或可能的最大值。开启：每张图只显示实际出现的数值范围。</translation>
    </message>
    <message>
        <source>&amp;Table of statistics</source>
        <translation>统计表(&amp;T)</translation>
    </message>
    <message>
        <source>Count, smallest, mean, percentiles, largest and gaps of the visible range below each chart.</source>
        <translation>在每张图下方显示可见范围的样本数、最小值、平均值、百分位数、最大值和缺口。</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>Identity, allocation, disks and network of the selected row.</source>
        <translation>所选行的标识、分配、磁盘和网络。</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Saves what is visible as CSV, JSON, PNG or SVG.</source>
        <translation>将可见内容保存为 CSV、JSON、PNG 或 SVG。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what a button does, %2 its key</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>不比较(&amp;N)</translation>
    </message>
    <message>
        <source>One &amp;hour earlier</source>
        <translation>一小时前(&amp;H)</translation>
    </message>
    <message>
        <source>One &amp;day earlier</source>
        <translation>一天前(&amp;D)</translation>
    </message>
    <message>
        <source>One &amp;week earlier</source>
        <translation>一周前(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;CSV table…</source>
        <translation>CSV 表格(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;PNG picture…</source>
        <translation>PNG 图片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;SVG drawing…</source>
        <translation>SVG 矢量图(&amp;S)…</translation>
    </message>
    <message>
        <source>Cop&amp;y picture</source>
        <translation>复制图片(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Only %1</source>
        <extracomment>%1 is the title of a chart</extracomment>
        <translation>仅 %1(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;tatistics as CSV…</source>
        <translation>统计表 CSV(&amp;T)…</translation>
    </message>
    <message>
        <source>Show the table of statistics first (%1).</source>
        <translation>请先显示统计表（%1）。</translation>
    </message>
</context>
<context>
    <name>stratadeck::CommandPalette</name>
    <message>
        <source>Nothing has a name like this.</source>
        <translation>没有名称与此相符的内容。</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Find a command, host, VM or container</source>
        <translation>查找命令、主机、虚拟机或容器</translation>
    </message>
    <message>
        <source>Type a command, or the name of a host, VM or container</source>
        <translation>输入命令，或主机、虚拟机、容器的名称</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes.</source>
        <translation>上下键选择，回车键执行，Esc 键关闭。</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
</context>
<context>
    <name>stratadeck::ComparePage</name>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>本机实测</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>回溯多久</translation>
    </message>
    <message>
        <source>Which host</source>
        <translation>哪台主机</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>所有主机</translation>
    </message>
    <message>
        <source>What is claimed</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>What was measured here</source>
        <translation>本机实测</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Run some while Stratadeck records.</source>
        <translation>请在 Stratadeck 记录时运行一些。</translation>
    </message>
    <message>
        <source>CPU taken by a hypervisor below</source>
        <translation>被下层虚拟机监控器占用的 CPU</translation>
    </message>
    <message>
        <source>hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>vCPU waits for the host</source>
        <translation>vCPU 等待主机</translation>
    </message>
    <message>
        <source>VMs</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>CPU throttled</source>
        <translation>CPU 被限流</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Give a container a CPU limit and load it.</source>
        <translation>给容器设置 CPU 上限并施加负载。</translation>
    </message>
    <message>
        <source>Memory taken of the host</source>
        <translation>占用主机的内存</translation>
    </message>
    <message>
        <source>Memory used inside</source>
        <translation>内部使用的内存</translation>
    </message>
    <message>
        <source>The guest needs a balloon driver that tells.</source>
        <translation>虚拟机需要会上报的气球驱动。</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>已用内存</translation>
    </message>
    <message>
        <source>Page cache</source>
        <translation>页缓存</translation>
    </message>
    <message>
        <source>Disk read latency</source>
        <translation>磁盘读延迟</translation>
    </message>
    <message>
        <source>Disk write latency</source>
        <translation>磁盘写延迟</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>VMs and containers</source>
        <translation>虚拟机与容器</translation>
    </message>
    <message>
        <source>Network round trip</source>
        <translation>网络往返时间</translation>
    </message>
    <message>
        <source>Probe from a client and cite the result as a document.</source>
        <translation>从客户端探测，并把结果作为文档引用。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>P95 of the worst</source>
        <translation>最差者的 P95</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>%1 to %2: %3, %4</source>
        <extracomment>Two times, then how many VMs and how many containers</extracomment>
        <translation>%1 至 %2：%3，%4</translation>
    </message>
    <message numerus="yes">
        <source>%n VM(s)</source>
        <translation>
            <numerusform>%n 个虚拟机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>Start-time and overhead &amp;lab…</source>
        <translation>启动时间与开销实验(&amp;L)…</translation>
    </message>
    <message>
        <source>the lab of %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>%1 的实验</translation>
    </message>
    <message>
        <source>Let the lab start some, and keep its runs in the open assessment.</source>
        <translation>让实验启动一些，并把结果保留在打开的评估中。</translation>
    </message>
</context>
<context>
    <name>stratadeck::ConfirmDialog</name>
    <message>
        <source>%1: “%2”?</source>
        <extracomment>%1 is an operation such as Shut down, %2 a name</extracomment>
        <translation>%1“%2”？</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n item(s)?</source>
        <extracomment>%1 is an operation such as Shut down</extracomment>
        <translation>
            <numerusform>%1这 %n 项？</numerusform>
        </translation>
    </message>
    <message>
        <source>What this is done to</source>
        <translation>操作对象</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>It is not defined permanently: when it stops, its definition is lost.</source>
        <translation>它没有永久定义：一旦停止，其定义就会丢失。</translation>
    </message>
    <message>
        <source>It has no snapshot to go back to.</source>
        <translation>它没有可以恢复的快照。</translation>
    </message>
    <message>
        <source>Its last snapshot is “%1”, taken %2 ago.</source>
        <extracomment>%1 is a snapshot&apos;s name, %2 a length of time</extracomment>
        <translation>最近的快照是“%1”，创建于 %2前。</translation>
    </message>
</context>
<context>
    <name>stratadeck::Console</name>
    <message>
        <source>History file</source>
        <translation>历史文件</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) recorded in %1.</source>
        <translation>
            <numerusform>已在 %1 中记录 %n 个采样。</numerusform>
        </translation>
    </message>
    <message>
        <source>The dashboard&apos;s picture is %1.</source>
        <translation>仪表板图片为 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>There is no keyring: passwords and tokens are kept in files that only you may read.</source>
        <translation>没有密钥环：密码和令牌保存在只有您可读取的文件中。</translation>
    </message>
</context>
<context>
    <name>stratadeck::ConsoleFlow</name>
    <message>
        <source>%1: “%2” is under way.</source>
        <extracomment>%1 is an action such as Open graphical console, %2 a name</extracomment>
        <translation>%1：“%2”正在进行。</translation>
    </message>
    <message>
        <source>%1: “%2”. %3</source>
        <extracomment>%1 is an action, %2 a name, %3 what the engine said</extracomment>
        <translation>%1：“%2”。%3</translation>
    </message>
    <message>
        <source>%1: “%2” is open.</source>
        <translation>%1：“%2”已打开。</translation>
    </message>
</context>
<context>
    <name>stratadeck::CostItemDialog</name>
    <message>
        <source>S&amp;unk: paid already, counts in no figure</source>
        <translation>沉没：已支付，不计入任何数值(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Migration: dual running, training, exit</source>
        <translation>迁移：并行运行、培训、退出(&amp;M)</translation>
    </message>
    <message>
        <source>New cost line</source>
        <translation>新成本条目</translation>
    </message>
    <message>
        <source>Cost line</source>
        <translation>成本条目</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>gain of every option but the baseline</source>
        <translation>基准以外各方案的收益</translation>
    </message>
    <message>
        <source>O&amp;ption</source>
        <translation>方案(&amp;P)</translation>
    </message>
    <message>
        <source>How &amp;often</source>
        <translation>频率(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Growth a year (%)</source>
        <translation>年增长（%）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;From year (0 is today)</source>
        <translation>起始年（0 为今天）(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To year</source>
        <translation>结束年(&amp;T)</translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation>负责人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <translation>计量单位(&amp;D)</translation>
    </message>
    <message>
        <source>Where the number comes from</source>
        <translation>数字的来源</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>Quantit&amp;y from</source>
        <translation>数量来源(&amp;Y)</translation>
    </message>
    <message>
        <source>Step si&amp;ze</source>
        <translation>阶梯大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Known as</source>
        <translation>已知形式(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Amount or least</source>
        <translation>金额或最小值(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Likely</source>
        <translation>最可能值(&amp;L)</translation>
    </message>
    <message>
        <source>Mo&amp;st</source>
        <translation>最大值(&amp;S)</translation>
    </message>
    <message>
        <source>A line needs a name.</source>
        <translation>条目需要名称。</translation>
    </message>
    <message>
        <source>Give a number in each field.</source>
        <translation>请在每一栏填入数字。</translation>
    </message>
    <message>
        <source>The figures must ascend from least to most.</source>
        <translation>数值必须从最小到最大递增。</translation>
    </message>
</context>
<context>
    <name>stratadeck::CostPage</name>
    <message>
        <source>&amp;Staying:</source>
        <translation>维持(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Going to:</source>
        <translation>迁往(&amp;G)：</translation>
    </message>
    <message>
        <source>C&amp;urrency:</source>
        <translation>货币(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Years:</source>
        <translation>年数(&amp;Y)：</translation>
    </message>
    <message>
        <source>&amp;Flows:</source>
        <translation>现金流(&amp;F)：</translation>
    </message>
    <message>
        <source>Discount &amp;rate:</source>
        <translation>折现率(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;because</source>
        <translation>理由(&amp;B)</translation>
    </message>
    <message>
        <source>Cost lines</source>
        <translation>成本条目</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Cash flow</source>
        <translation>现金流</translation>
    </message>
    <message>
        <source>Tornado of the NPV</source>
        <translation>净现值龙卷风图</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <source>To be careful with</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Tornado</source>
        <translation>龙卷风图</translation>
    </message>
    <message>
        <source>Show &amp;assessments</source>
        <translation>显示评估(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add line…</source>
        <translation>添加条目(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit line…</source>
        <translation>编辑条目(&amp;E)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve line</source>
        <translation>删除条目(&amp;V)</translation>
    </message>
    <message>
        <source>Add the &amp;usual lines</source>
        <translation>添加常用条目(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>No assessment is open.</source>
        <translation>没有打开的评估。</translation>
    </message>
    <message>
        <source>Costs belong to an assessment: open or begin one first.</source>
        <translation>成本属于某个评估：请先打开或新建一个。</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Cost</source>
        <extracomment>A group of actions</extracomment>
        <translation>成本</translation>
    </message>
    <message>
        <source>Open an assessment that is not frozen first.</source>
        <translation>请先打开一个未冻结的评估。</translation>
    </message>
    <message>
        <source>Choose a line first.</source>
        <translation>请先选择一个条目。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>No costs are known yet. Add lines, or the usual ones and their amounts.</source>
        <translation>还没有成本。请添加条目，或添加常用条目并填写金额。</translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) are missing: %1. Nothing is reckoned until they are given or the lines are removed.</source>
        <translation>
            <numerusform>缺少 %n 个金额：%1。填写金额或删除这些条目之前不作计算。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Choose the option that staying means, and one to go to.</source>
        <translation>请选择代表维持现状的方案和要迁往的方案。</translation>
    </message>
    <message>
        <source>Going to %1 pays: its net present value is %2.</source>
        <extracomment>%1 is an option, %2 an amount of money</extracomment>
        <translation>迁往%1划算：净现值为 %2。</translation>
    </message>
    <message>
        <source>Going to %1 does not pay: its net present value is %2.</source>
        <translation>迁往%1不划算：净现值为 %2。</translation>
    </message>
    <message>
        <source>What going saves or costs each year, against staying.</source>
        <translation>与维持现状相比，迁移每年节省或花费多少。</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Net flow</source>
        <translation>净现金流</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>No line can vary.</source>
        <translation>没有可变的条目。</translation>
    </message>
    <message>
        <source>The NPV when one line alone is lower or higher: by its own range, else by %1.</source>
        <translation>仅一个条目降低或升高时的净现值：按其自身范围，否则按 %1。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>NPV at the low end</source>
        <translation>低端净现值</translation>
    </message>
    <message>
        <source>NPV at the high end</source>
        <translation>高端净现值</translation>
    </message>
    <message>
        <source>Every amount is one figure. Give some of them as least, likely and most: then draws say how sure the result is.</source>
        <translation>每个金额都是单一数值。把其中一些写成最小、最可能、最大：抽样便能说明结果有多可靠。</translation>
    </message>
    <message>
        <source>What the costs come to</source>
        <translation>成本的结论</translation>
    </message>
</context>
<context>
    <name>stratadeck::CriteriaDialog</name>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>D&amp;own</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <source>This is a &amp;must-have: it must be</source>
        <translation>这是必要条件：必须(&amp;M)</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>Un&amp;it</source>
        <translation>单位(&amp;I)</translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation>方向(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Worst level, worth 0</source>
        <translation>最差水平，值 0(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Best level, worth 1</source>
        <translation>最佳水平，值 1(&amp;B)</translation>
    </message>
    <message>
        <source>Belongs &amp;to</source>
        <translation>属于(&amp;T)</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不高于</translation>
    </message>
    <message>
        <source>Side of the must-have level</source>
        <translation>必要条件的方向</translation>
    </message>
    <message>
        <source>Must-have level</source>
        <translation>必要条件的水平</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>无分组</translation>
    </message>
    <message>
        <source>A criterion needs a name.</source>
        <translation>准则需要名称。</translation>
    </message>
    <message>
        <source>The worst and the best level must be numbers.</source>
        <translation>最差与最佳水平必须是数字。</translation>
    </message>
    <message>
        <source>The must-have level must be a number.</source>
        <translation>必要条件的水平必须是数字。</translation>
    </message>
    <message>
        <source>With equal levels the criterion is worth 0 for every option.</source>
        <translation>水平相同时，该准则对每个方案都值 0。</translation>
    </message>
    <message>
        <source>New criterion</source>
        <translation>新准则</translation>
    </message>
</context>
<context>
    <name>stratadeck::DecidePage</name>
    <message>
        <source>&amp;Assessments</source>
        <translation>评估(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>方案(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Criteria…</source>
        <translation>准则(&amp;C)…</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Decide</source>
        <extracomment>A group of actions</extracomment>
        <translation>决策</translation>
    </message>
    <message>
        <source>They are shown already.</source>
        <translation>已经显示。</translation>
    </message>
    <message>
        <source>%1 (frozen)</source>
        <translation>%1（已冻结）</translation>
    </message>
    <message>
        <source>&amp;Suitability of workloads…</source>
        <translation>工作负载适配性(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Architecture scorecard…</source>
        <translation>架构评分卡(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Assumptions…</source>
        <translation>假设(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Group scoring…</source>
        <translation>小组评分(&amp;G)…</translation>
    </message>
    <message>
        <source>Compare &amp;versions…</source>
        <translation>比较版本(&amp;V)…</translation>
    </message>
    <message>
        <source>Open an assessment that is neither frozen nor archived first.</source>
        <translation>请先打开一个既未冻结也未归档的评估。</translation>
    </message>
    <message>
        <source>Open an assessment first.</source>
        <translation>请先打开一个评估。</translation>
    </message>
    <message>
        <source>%1 (archived)</source>
        <translation>%1（已归档）</translation>
    </message>
</context>
<context>
    <name>stratadeck::DeliveryPage</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Token of the webhook</source>
        <translation>Webhook 的令牌</translation>
    </message>
    <message>
        <source>&amp;Send a test</source>
        <translation>发送测试(&amp;S)</translation>
    </message>
    <message>
        <source>Send a test to the webhook</source>
        <translation>向 Webhook 发送测试</translation>
    </message>
    <message>
        <source>It was delivered.</source>
        <translation>已送达。</translation>
    </message>
    <message>
        <source>Password of the mail server</source>
        <translation>邮件服务器的密码</translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation>发送测试(&amp;T)</translation>
    </message>
    <message>
        <source>Send a test mail</source>
        <translation>发送测试邮件</translation>
    </message>
    <message>
        <source>The server took the mail.</source>
        <translation>服务器已接收邮件。</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>They get what Alertmanager&apos;s webhooks send, version 4. The token goes as a bearer token, and is kept in the keyring.</source>
        <translation>按 Alertmanager 的 Webhook（版本 4）格式发送。令牌以 Bearer 方式发送，保存在密钥环中。</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>令牌(&amp;O)：</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>No mail is sent</source>
        <translation>不发送邮件</translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation>邮件服务器的端口</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Several are separated by commas</source>
        <translation>多个地址以逗号分隔</translation>
    </message>
    <message>
        <source>Without a login</source>
        <translation>无需登录</translation>
    </message>
    <message>
        <source>&amp;Mail server:</source>
        <translation>邮件服务器(&amp;M)：</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>邮件服务器</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>发件人(&amp;F)：</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>收件人：</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P)：</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>“%1” is not an address that a mail can come from.</source>
        <translation>“%1”不能作为发件地址。</translation>
    </message>
    <message>
        <source>Say whom mails should go to.</source>
        <translation>请指定收件人。</translation>
    </message>
    <message>
        <source>“%1” is not an address that a mail can go to.</source>
        <translation>“%1”不能作为收件地址。</translation>
    </message>
    <message>
        <source>The mail server needs the password of “%1”.</source>
        <translation>邮件服务器需要“%1”的密码。</translation>
    </message>
    <message>
        <source>“%1” is not the address of a webhook. It begins with https:// or http:// and has no password in it.</source>
        <translation>“%1”不是 Webhook 的地址。地址应以 https:// 或 http:// 开头，且不含密码。</translation>
    </message>
    <message>
        <source>The webhook “%1” is there twice.</source>
        <translation>Webhook“%1”出现了两次。</translation>
    </message>
    <message>
        <source>This is not the address of a webhook.</source>
        <translation>这不是 Webhook 的地址。</translation>
    </message>
    <message>
        <source>There is no mail server.</source>
        <translation>没有邮件服务器。</translation>
    </message>
</context>
<context>
    <name>stratadeck::DeskActions</name>
    <message>
        <source>&amp;New assessment…</source>
        <translation>新建评估(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>复制一份(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Export for another machine…</source>
        <translation>导出到另一台机器(&amp;E)…</translation>
    </message>
    <message>
        <source>Export decision as &amp;Markdown…</source>
        <translation>将决策导出为 Markdown(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Freeze a version…</source>
        <translation>冻结版本(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>There is no assessment to do this with.</source>
        <translation>没有可执行此操作的评估。</translation>
    </message>
    <message>
        <source>Changes are switched off in the settings.</source>
        <translation>设置中已关闭更改。</translation>
    </message>
    <message>
        <source>&amp;Reopen…</source>
        <translation>重新打开(&amp;R)…</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>新建评估</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>VM, container or hybrid?</source>
        <translation>虚拟机、容器还是混合？</translation>
    </message>
    <message>
        <source>Duplicate assessment</source>
        <translation>复制评估</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Rename assessment</source>
        <translation>重命名评估</translation>
    </message>
    <message>
        <source>Reopen assessment</source>
        <translation>重新打开评估</translation>
    </message>
    <message>
        <source>Why is it looked at again?</source>
        <translation>为什么要重新审视？</translation>
    </message>
    <message>
        <source>Freeze a version</source>
        <translation>冻结版本</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Assessments (*.json)</source>
        <translation>评估（*.json）</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown（*.md）</translation>
    </message>
    <message>
        <source>Import assessment</source>
        <translation>导入评估</translation>
    </message>
    <message>
        <source>Arc&amp;hive…</source>
        <translation>归档(&amp;H)…</translation>
    </message>
    <message>
        <source>Take the assessment back from the archive first.</source>
        <translation>请先将该评估从归档中取回。</translation>
    </message>
    <message>
        <source>Take back from the arc&amp;hive</source>
        <translation>从归档中取回(&amp;H)</translation>
    </message>
    <message>
        <source>Archive assessment</source>
        <translation>归档评估</translation>
    </message>
    <message>
        <source>“%1” leaves the list; nothing of it is erased, and it can be taken back. Why is it archived?</source>
        <translation>“%1”将从列表中移出；其内容不会被删除，并且可以取回。为什么归档？</translation>
    </message>
</context>
<context>
    <name>stratadeck::DesktopPage</name>
    <message>
        <source>Show alerts as &amp;notifications of the desktop</source>
        <translation>以桌面通知显示告警(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quiet hours from</source>
        <translation>安静时段从(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Send a test</source>
        <translation>发送测试(&amp;S)</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>It was shown.</source>
        <translation>已显示。</translation>
    </message>
    <message>
        <source>Sound for %1</source>
        <extracomment>%1 is a severity: P0, P1, P2 or P3</extracomment>
        <translation>%1 的声音</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>安静时段开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>安静时段结束</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>In quiet hours P2 and P3 make no sound; P0 and P1 always may. A P0 sounds again every minute until somebody has acknowledged it.</source>
        <translation>安静时段内 P2 和 P3 不发声，P0 和 P1 不受限制。P0 每分钟再次发声，直到有人确认。</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>从(&amp;F)：</translation>
    </message>
    <message>
        <source>Sounds:</source>
        <translation>声音：</translation>
    </message>
    <message>
        <source>The quiet hours begin and end at the same time.</source>
        <translation>安静时段的开始与结束时间相同。</translation>
    </message>
    <message>
        <source>Nothing shows notifications on this desktop.</source>
        <translation>此桌面没有显示通知的程序。</translation>
    </message>
    <message>
        <source>Stratadeck</source>
        <translation>Stratadeck</translation>
    </message>
    <message>
        <source>This is a test. Nothing has happened.</source>
        <translation>这是测试，什么也没有发生。</translation>
    </message>
</context>
<context>
    <name>stratadeck::DetailsModel</name>
    <message>
        <source>Detail</source>
        <extracomment>Column head: what a detail is about</extracomment>
        <translation>详情</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>Column head: how long ago a detail was read</extracomment>
        <translation>读取时间</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Column head: where a detail comes from</extracomment>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a length of time, such as &quot;3 s&quot;</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A row of the details as it is read aloud; %1 is what it is about, %2 its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; from %2</source>
        <extracomment>%1 is &quot;Memory: 2 GiB&quot;, %2 where that comes from</extracomment>
        <translation>%1；来自 %2</translation>
    </message>
    <message>
        <source>%1; from %2, %3</source>
        <extracomment>%1 is &quot;Memory: 2 GiB&quot;, %2 where that comes from, %3 &quot;3 s ago&quot;</extracomment>
        <translation>%1；来自 %2，%3</translation>
    </message>
</context>
<context>
    <name>stratadeck::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy all details</source>
        <translation>复制全部详细信息</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>隐藏详细信息</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史…</translation>
    </message>
    <message>
        <source>Select one row in the list to see its details.</source>
        <translation>在列表中选择一行以查看其详细信息。</translation>
    </message>
    <message>
        <source>Not known here: %1 gives figures only.</source>
        <translation>此处不可知：%1 只提供数值。</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
</context>
<context>
    <name>stratadeck::DetailsView</name>
    <message>
        <source>Details of the selected row</source>
        <translation>所选行的详细信息</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;value</source>
        <translation>复制值(&amp;V)</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
</context>
<context>
    <name>stratadeck::EvidenceDialog</name>
    <message>
        <source>Evidence for %1 / %2</source>
        <translation>%1 / %2 的证据</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>采用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>指标(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>对象(&amp;O)</translation>
    </message>
    <message>
        <source>A disk or an interface; empty: all</source>
        <translation>磁盘或接口；留空：全部</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>部分(&amp;P)</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>时间段(&amp;W)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>从与到</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>取(&amp;A)</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Worst level</source>
        <translation>最差水平</translation>
    </message>
    <message>
        <source>Best level</source>
        <translation>最佳水平</translation>
    </message>
    <message>
        <source>Worst and best</source>
        <translation>最差与最佳</translation>
    </message>
    <message>
        <source>Reading what was recorded…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source> on %1</source>
        <translation>（在 %1 上）</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Let Stratadeck watch this machine for a while.</source>
        <translation>还没有记录。请让 Stratadeck 观察本机一段时间。</translation>
    </message>
    <message>
        <source>Nothing that was recorded has this figure.</source>
        <translation>已记录的对象都没有此指标。</translation>
    </message>
    <message>
        <source>Tick whose figures are to be taken.</source>
        <translation>请勾选取谁的数值。</translation>
    </message>
    <message>
        <source>The window ends before it begins.</source>
        <translation>时间段的结束早于开始。</translation>
    </message>
    <message>
        <source>Not measured yet in this window. Choose a longer one, or let Stratadeck watch on.</source>
        <translation>此时间段尚未测量。请选择更长的时间段，或让 Stratadeck 继续观察。</translation>
    </message>
    <message>
        <source>Judge %1 in %2 from now on, instead of %3, between these levels:</source>
        <translation>从现在起“%1”以%2而非%3来评判，水平介于：</translation>
    </message>
    <message>
        <source>plain numbers</source>
        <translation>纯数字</translation>
    </message>
    <message>
        <source>Say between which levels the figure is judged.</source>
        <translation>请说明在哪两个水平之间评判。</translation>
    </message>
    <message>
        <source>What was recorded</source>
        <translation>已记录的内容</translation>
    </message>
    <message>
        <source>&amp;Taken from</source>
        <translation>取自(&amp;T)</translation>
    </message>
</context>
<context>
    <name>stratadeck::FileSaver</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>stratadeck::FiringModel</name>
    <message>
        <source>still firing</source>
        <translation>仍在触发</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>How long it fired, without pauses</source>
        <translation>触发的时长，不含间歇</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>The figure that was farthest beyond the threshold</source>
        <translation>超出阈值最多的数值</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差值</translation>
    </message>
</context>
<context>
    <name>stratadeck::GroupDialog</name>
    <message>
        <source>&amp;Open the round</source>
        <translation>开始本轮(&amp;O)</translation>
    </message>
    <message>
        <source>Group scoring</source>
        <translation>小组评分</translation>
    </message>
    <message>
        <source>Each person scores the cells alone and does not see what the others say. Then all scores are shown at once, with how far apart they are.</source>
        <translation>每个人独立为单元格评分，看不到其他人的评分。随后一次显示所有评分以及彼此的差距。</translation>
    </message>
    <message>
        <source>At least two names, with commas between them</source>
        <translation>至少两个姓名，用逗号分隔</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>人员(&amp;P)</translation>
    </message>
</context>
<context>
    <name>stratadeck::GroupResult</name>
    <message>
        <source>Scores of the group</source>
        <translation>小组的评分</translation>
    </message>
    <message>
        <source>Take over the &amp;marked figure</source>
        <translation>采用所选数值(&amp;M)</translation>
    </message>
    <message>
        <source>Take over &amp;all figures</source>
        <translation>采用全部数值(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Begin another round</source>
        <translation>开始新一轮(&amp;B)</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>共识</translation>
    </message>
    <message>
        <source>Agreed by the group</source>
        <translation>由小组商定</translation>
    </message>
</context>
<context>
    <name>stratadeck::GroupScores</name>
    <message>
        <source>&amp;Show all scores</source>
        <translation>显示所有评分(&amp;S)</translation>
    </message>
    <message>
        <source>Your figures, options by criteria</source>
        <translation>您的数值，方案与准则对照</translation>
    </message>
    <message>
        <source>&amp;You are</source>
        <translation>您是(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <extracomment>A criterion with the two figures between which it is scored</extracomment>
        <translation>%1（%2 – %3）</translation>
    </message>
    <message>
        <source>Why this figure?</source>
        <translation>为什么是这个数值？</translation>
    </message>
    <message>
        <source>Score the cell first.</source>
        <translation>请先为该单元格评分。</translation>
    </message>
    <message>
        <source>%1 has scored %2 of %3 cells.</source>
        <translation>%1 已为 %3 个单元格中的 %2 个评分。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
</context>
<context>
    <name>stratadeck::ImportDialog</name>
    <message>
        <source>is added</source>
        <translation>将添加</translation>
    </message>
    <message>
        <source>is in force already</source>
        <translation>已经生效</translation>
    </message>
    <message>
        <source>replaces the rule of this name</source>
        <translation>替换同名规则</translation>
    </message>
    <message>
        <source>is added as “%1”</source>
        <extracomment>Of a rule; %1 is its new name</extracomment>
        <translation>将以“%1”添加</translation>
    </message>
    <message>
        <source>is refused: %1</source>
        <extracomment>Of a rule; %1 is a sentence that says why</extracomment>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>%1, and kept as it is: only Prometheus can judge it</source>
        <extracomment>Of a rule; %1 is what becomes of it</extracomment>
        <translation>%1，并原样保留：只有 Prometheus 能判断它</translation>
    </message>
    <message>
        <source>&amp;Replace rules of the same name</source>
        <translation>替换同名规则(&amp;R)</translation>
    </message>
    <message>
        <source>Import rules of %1</source>
        <extracomment>Title of a dialog; %1 is the name of a file</extracomment>
        <translation>导入 %1 中的规则</translation>
    </message>
    <message>
        <source>Rules of the file</source>
        <translation>文件中的规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Otherwise they are added under another name, and the old ones stay.</source>
        <translation>否则以另一名称添加，原有规则保留。</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>不兼容的内容</translation>
    </message>
    <message>
        <source>What does not &amp;fit:</source>
        <translation>不兼容的内容(&amp;F)：</translation>
    </message>
    <message>
        <source>The file has no rules.</source>
        <translation>文件中没有规则。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) will be added or changed.</source>
        <translation>
            <numerusform>将添加或更改 %n 条规则。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are refused; the list says why.</source>
        <translation>
            <numerusform>%n 条规则被拒绝；原因见列表。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::IncidentModel</name>
    <message>
        <source>open</source>
        <translation>未恢复</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重级别</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Acknowledged after</source>
        <translation>确认用时</translation>
    </message>
    <message>
        <source>Resolved after</source>
        <translation>恢复用时</translation>
    </message>
    <message>
        <source>Who had it</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>是否及时</translation>
    </message>
</context>
<context>
    <name>stratadeck::IncidentView</name>
    <message>
        <source>%1 (mean %2, median %3, P90 %4)</source>
        <extracomment>Of lengths of time: how many, their mean, the median, and within which nine of ten were</extracomment>
        <translation>%1（平均 %2，中位数 %3，P90 %4）</translation>
    </message>
    <message>
        <source>Acknowledged: %1</source>
        <translation>已确认：%1</translation>
    </message>
    <message>
        <source>Resolved: %1</source>
        <translation>已恢复：%1</translation>
    </message>
    <message>
        <source>of them by people: %1</source>
        <translation>其中由人处理：%1</translation>
    </message>
    <message>
        <source>Resolved by itself, never acknowledged: %1</source>
        <translation>自行恢复且从未确认：%1</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>逾期：%1</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>未恢复：%1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Search incidents, such as a name, a host or a note</source>
        <translation>搜索事件，如名称、主机或备注</translation>
    </message>
    <message>
        <source>Search incidents</source>
        <translation>搜索事件</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which severity</source>
        <translation>哪个严重级别</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>所有严重级别</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Copy the selected incidents, or all when none is selected.</source>
        <translation>复制所选事件；未选择时复制全部。</translation>
    </message>
    <message>
        <source>Save the incidents that are shown as a CSV table.</source>
        <translation>将显示的事件保存为 CSV 表格。</translation>
    </message>
    <message>
        <source>No incident in this time.</source>
        <translation>此时段内无事件。</translation>
    </message>
    <message>
        <source>Another search or a longer time may find some.</source>
        <translation>更换搜索条件或延长时间范围或可找到。</translation>
    </message>
    <message>
        <source>What fires is kept here with who had it and how long it took.</source>
        <translation>触发的告警会保存在此，并记录处理人和用时。</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Only the latest %1 incidents of this time are shown.</source>
        <translation>仅显示此时段内最近的 %1 个事件。</translation>
    </message>
</context>
<context>
    <name>stratadeck::InputDialog</name>
    <message>
        <source>Asking the engine…</source>
        <translation>正在询问引擎…</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <extracomment>%1 is an operation such as Take snapshot, %2 a name</extracomment>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>Up for:</source>
        <translation>已运行：</translation>
    </message>
    <message>
        <source>CPU:</source>
        <translation>CPU：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Snapshot:</source>
        <translation>快照(&amp;S)：</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Memory:</source>
        <translation>内存(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Virtual CPUs:</source>
        <translation>虚拟 CPU(&amp;V)：</translation>
    </message>
    <message>
        <source>It has no snapshot.</source>
        <translation>它没有快照。</translation>
    </message>
    <message numerus="yes">
        <source>%n at most, as it is defined.</source>
        <translation>
            <numerusform>按其定义最多 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at most, as it is defined.</source>
        <extracomment>%1 is an amount of memory</extracomment>
        <translation>按其定义最多 %1。</translation>
    </message>
</context>
<context>
    <name>stratadeck::InventoryBar</name>
    <message>
        <source>Filter, such as web kind:vm cpu&gt;80</source>
        <translation>筛选，例如 web kind:vm cpu&gt;80</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Words are looked for in names, hosts, states and tags. More precisely: kind:vm, state:running, host:a, tag:prod, problem:. Figures are compared: cpu&gt;80, mem&gt;4GiB, mem%&gt;=90, disk&gt;10MiB/s, net&lt;1MiB/s. A minus sign excludes: -tag:test.</source>
        <translation>在名称、主机、状态和标签中查找文字。更精确的写法：kind:vm、state:running、host:a、tag:prod、problem:。比较指标：cpu&gt;80、mem&gt;4GiB、mem%&gt;=90、disk&gt;10MiB/s、net&lt;1MiB/s。减号表示排除：-tag:test。</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已保存的筛选</translation>
    </message>
    <message>
        <source>Arrange the list</source>
        <translation>列表的组织方式</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>列表的列</translation>
    </message>
    <message>
        <source>&amp;Flat</source>
        <translation>平铺(&amp;F)</translation>
    </message>
    <message>
        <source>By &amp;host</source>
        <translation>按主机(&amp;H)</translation>
    </message>
    <message>
        <source>By &amp;tag</source>
        <translation>按标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>保存当前筛选(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>Name of the filter “%1”. A filter of that name is replaced.</source>
        <translation>筛选“%1”的名称。同名的筛选会被替换。</translation>
    </message>
</context>
<context>
    <name>stratadeck::InventoryModel</name>
    <message>
        <source>Stale for %1</source>
        <extracomment>%1 is a length of time; the figures are that old</extracomment>
        <translation>数据已过期 %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <extracomment>%1 says what is wrong, %2 for how long</extracomment>
        <translation>%1，已持续 %2</translation>
    </message>
    <message>
        <source>The guest does not report its memory use. It needs the virtio balloon driver and a memory statistics period.</source>
        <translation>客户机未上报内存使用情况。它需要 virtio 气球驱动，并设置内存统计周期。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>CPU %</source>
        <extracomment>Column head; the share of the CPUs allocated to the entity</extracomment>
        <translation>CPU %</translation>
    </message>
    <message>
        <source>CPU of host %</source>
        <extracomment>Column head; the share of all CPUs of its host</extracomment>
        <translation>CPU 占主机 %</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory %</source>
        <extracomment>Column head; memory used as a share of memory allocated</extracomment>
        <translation>内存 %</translation>
    </message>
    <message>
        <source>Disk read</source>
        <translation>磁盘读</translation>
    </message>
    <message>
        <source>Bytes read per second, summed over the disks whose figure is known. Of a host only physical disks count.</source>
        <translation>每秒读取的字节数，为数值已知的各磁盘之和。主机只计物理磁盘。</translation>
    </message>
    <message>
        <source>Disk write</source>
        <translation>磁盘写</translation>
    </message>
    <message>
        <source>Bytes written per second, summed over the disks whose figure is known. Of a host only physical disks count.</source>
        <translation>每秒写入的字节数，为数值已知的各磁盘之和。主机只计物理磁盘。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Bytes read and written per second, summed over the disks whose figure is known. Of a host only physical disks count.</source>
        <translation>每秒读写的字节数，为数值已知的各磁盘之和。主机只计物理磁盘。</translation>
    </message>
    <message>
        <source>Disk latency ms</source>
        <translation>磁盘延迟 ms</translation>
    </message>
    <message>
        <source>Mean time of a read or write request, in milliseconds, on the slowest of its disks. Unknown while there are no requests.</source>
        <translation>最慢的磁盘上一次读或写请求的平均时间，单位毫秒。没有请求时未知。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Bytes received per second, summed over the network cards whose figure is known. Of a host only real cards count, not bridges and the virtual cards of its guests.</source>
        <translation>每秒接收的字节数，为数值已知的各网卡之和。主机只计真实网卡，不计网桥和客户机的虚拟网卡。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Bytes sent per second, summed over the network cards whose figure is known. Of a host only real cards count, not bridges and the virtual cards of its guests.</source>
        <translation>每秒发送的字节数，为数值已知的各网卡之和。主机只计真实网卡，不计网桥和客户机的虚拟网卡。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Bytes received and sent per second, summed over the network cards whose figure is known. Of a host only real cards count, not bridges and the virtual cards of its guests.</source>
        <translation>每秒收发的字节数，为数值已知的各网卡之和。主机只计真实网卡，不计网桥和客户机的虚拟网卡。</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU 数</translation>
    </message>
    <message>
        <source>Memory allocated</source>
        <translation>已分配内存</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>How long it has been running without a restart. Known when its engine tells the time of the start.</source>
        <translation>自上次启动以来的运行时间。引擎给出启动时间时才可知。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>Column head; where the figures come from</extracomment>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>stratadeck::InventoryTree</name>
    <message>
        <source>Of the VMs and containers listed in this group together: %1.</source>
        <translation>本组所列虚拟机和容器合计：%1。</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Unknown host</source>
        <translation>未知主机</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A group of the list: its name and how many stand under it</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>stratadeck::InventoryView</name>
    <message>
        <source>Hosts, VMs and containers</source>
        <translation>主机、虚拟机和容器</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n item(s)</source>
        <translation>
            <numerusform>%n 项中的 %1 项</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Edit &amp;tags…</source>
        <translation>编辑标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo change of tags</source>
        <translation>撤销标签更改(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Standard columns</source>
        <translation>标准列(&amp;S)</translation>
    </message>
    <message>
        <source>Show who uses &amp;most</source>
        <translation>显示占用最多者(&amp;M)</translation>
    </message>
    <message>
        <source>Show what is &amp;gone</source>
        <translation>显示已消失的项(&amp;G)</translation>
    </message>
    <message>
        <source>Save the &amp;list as CSV…</source>
        <translation>将列表保存为 CSV(&amp;L)…</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>VMs and containers</source>
        <translation>虚拟机和容器</translation>
    </message>
</context>
<context>
    <name>stratadeck::LabChoice</name>
    <message>
        <source>&amp;Virtual machine</source>
        <translation>虚拟机(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>容器(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Number of starts each</source>
        <translation>各启动次数(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Deadline of a start</source>
        <translation>一次启动的时限(&amp;D)</translation>
    </message>
    <message>
        <source>Watch overhead &amp;for</source>
        <translation>观察开销的时长(&amp;F)</translation>
    </message>
    <message>
        <source>After each start, what it takes of its host is compared with what its guest uses, as recorded.</source>
        <translation>每次启动之后，按记录比较它占用主机的资源与客户机自身使用的资源。</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Force it off when it does not shut down: unsaved data is lost</source>
        <translation>不关机时强制关闭：未保存的数据会丢失</translation>
    </message>
    <message>
        <source>A guest that is still booting does not hear its power button.</source>
        <translation>仍在引导的客户机听不到电源按钮。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is a VM or container, %2 its host</extracomment>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>“%1” may be stopped</source>
        <translation>允许停止“%1”</translation>
    </message>
</context>
<context>
    <name>stratadeck::LabDialog</name>
    <message>
        <source>Runs of the lab</source>
        <translation>实验的各次运行</translation>
    </message>
    <message>
        <source>Start-time and overhead lab</source>
        <translation>启动时间与开销实验</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Runs that have ended</source>
        <translation>已结束的次数</translation>
    </message>
    <message>
        <source>What the runs come to</source>
        <translation>各次运行的结果</translation>
    </message>
    <message>
        <source>Each is started, timed and stopped again in turns, and left as it was in the end. Times begin when its engine is asked to start it and end when the engine says that it runs, or that its health check passed.</source>
        <translation>轮流启动、计时并再次停止，最后恢复原状。计时从请求引擎启动开始，到引擎说它已运行或健康检查已通过为止。</translation>
    </message>
    <message>
        <source>&amp;Keep as evidence</source>
        <translation>保留为证据(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Start the lab</source>
        <translation>开始实验(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;ancel the lab</source>
        <translation>取消实验(&amp;A)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>尚未测量任何结果。</translation>
    </message>
    <message>
        <source>The open assessment has these runs.</source>
        <translation>打开的评估已有这些运行结果。</translation>
    </message>
    <message>
        <source>Stratadeck is in read-only mode; it changes nothing.</source>
        <translation>Stratadeck 处于只读模式，不会更改任何内容。</translation>
    </message>
    <message>
        <source>Open an assessment that is not frozen first.</source>
        <translation>请先打开一个未冻结的评估。</translation>
    </message>
    <message>
        <source>The runs are evidence of the open assessment now: its cells can be taken from them.</source>
        <translation>这些运行结果现在是打开的评估的证据：单元格可以取自它们。</translation>
    </message>
</context>
<context>
    <name>stratadeck::LogFindBar</name>
    <message>
        <source>Tell capital letters from small ones.</source>
        <translation>区分大小写。</translation>
    </message>
    <message>
        <source>Read it as a regular expression.</source>
        <translation>作为正则表达式查找。</translation>
    </message>
    <message>
        <source>&amp;Only matching lines</source>
        <translation>只显示匹配的行(&amp;O)</translation>
    </message>
    <message>
        <source>Hide lines in which it is not found.</source>
        <translation>隐藏不匹配的行。</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before, Esc back to the lines.</source>
        <translation>回车键转到下一处，Shift+回车键转到上一处，Esc 键回到日志行。</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>查找下一个 (F3)</translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>查找上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Of places found: %1 is which one, %2 how many there are</extracomment>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>stratadeck::LogModel</name>
    <message numerus="yes">
        <source>[cut: %n more byte(s)]</source>
        <extracomment>At the end of a log&apos;s line: as many bytes of it were left out</extracomment>
        <translation>
            <numerusform>[已截断：另有 %n 字节]</numerusform>
        </translation>
    </message>
    <message>
        <source>Error output: %1</source>
        <extracomment>What a screen reader says: %1 is a line a container wrote to its error output</extracomment>
        <translation>错误输出：%1</translation>
    </message>
</context>
<context>
    <name>stratadeck::LogSaver</name>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text files (*.log *.txt)</source>
        <translation>文本文件 (*.log *.txt)</translation>
    </message>
</context>
<context>
    <name>stratadeck::LogWindow</name>
    <message>
        <source>Log of “%1”</source>
        <extracomment>The title of a window: %1 is a container</extracomment>
        <translation>“%1”的日志</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Keeps the newest lines in view (End). Scrolling up stops it.</source>
        <translation>始终显示最新的行 (End)。向上滚动即停止。</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>Shows when each line was written.</source>
        <translation>显示每一行的输出时间。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected lines, or all that are shown when none is selected</source>
        <translation>复制选中的行；没有选中时复制所有显示的行</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Saves the lines that are shown</source>
        <translation>保存显示的行</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>重新连接(&amp;R)</translation>
    </message>
    <message>
        <source>Goes on where the log stopped</source>
        <translation>从日志中断处继续</translation>
    </message>
    <message>
        <source>Which output is shown</source>
        <translation>显示哪些输出</translation>
    </message>
    <message>
        <source>Which output is shown. A container with a terminal mixes both.</source>
        <translation>显示哪些输出。带终端的容器会把两者混在一起。</translation>
    </message>
    <message>
        <source>All output</source>
        <translation>全部输出</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>Error output</source>
        <translation>错误输出</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of them shown</source>
        <extracomment>%1 is &quot;17 lines&quot;, %2 a number of them</extracomment>
        <translation>%1，显示其中 %2 行</translation>
    </message>
    <message>
        <source>%1; the %2 before them were dropped</source>
        <extracomment>%1 is &quot;100,000 lines&quot;, %2 the number of older ones that had to go</extracomment>
        <translation>%1；更早的 %2 行已丢弃</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>No line is shown</source>
        <translation>没有可显示的行</translation>
    </message>
    <message>
        <source>Look for something else, or show all output and all lines.</source>
        <translation>请查找其他内容，或显示全部输出和所有行。</translation>
    </message>
    <message>
        <source>Nothing was written yet</source>
        <translation>还没有任何输出</translation>
    </message>
    <message>
        <source>Lines appear here as soon as the container writes them.</source>
        <translation>容器一输出内容，就会显示在这里。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>The engine is asked for the log.</source>
        <translation>正在向引擎请求日志。</translation>
    </message>
    <message>
        <source>No line of the log is known</source>
        <translation>没有已知的日志行</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>The container has ended, and with it this log. Reconnect when it runs again.</source>
        <translation>容器已结束，日志也随之结束。它再次运行后请重新连接。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The engine has stopped sending although the container may still run. Reconnect to go on.</source>
        <translation>引擎已停止发送，但容器可能仍在运行。请重新连接以继续。</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>The container does not exist any more. Its lines stay here until this window is closed.</source>
        <translation>容器已不存在。在关闭此窗口之前，日志行会保留在这里。</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>引擎不可用</translation>
    </message>
    <message>
        <source>The engine cannot be reached. Check that it is running, then reconnect.</source>
        <translation>无法连接引擎。请检查它是否在运行，然后重新连接。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The engine gives no log: %1</source>
        <extracomment>%1 is what the engine said</extracomment>
        <translation>引擎没有提供日志：%1</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>重新连接</translation>
    </message>
</context>
<context>
    <name>stratadeck::MainWindow</name>
    <message>
        <source>Stratadeck</source>
        <translation>Stratadeck</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The history file cannot be used</source>
        <translation>无法使用历史文件</translation>
    </message>
    <message>
        <source>Task log</source>
        <translation>任务日志</translation>
    </message>
    <message>
        <source>Show or hide what was done, by whom, and how it ended.</source>
        <translation>显示或隐藏任务日志：做了什么、由谁做、结果如何。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) under way</source>
        <translation>
            <numerusform>%n 个任务进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Show or hide the task log (Ctrl+J).</source>
        <translation>显示或隐藏任务日志（Ctrl+J）。</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) without a response, the worst %1</source>
        <translation>
            <numerusform>%n 个告警未响应，最严重为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What this alert is about is not in the list.</source>
        <translation>此告警所涉对象不在列表中。</translation>
    </message>
</context>
<context>
    <name>stratadeck::MatcherEdit</name>
    <message>
        <source>= is</source>
        <translation>= 等于</translation>
    </message>
    <message>
        <source>!= is not</source>
        <translation>!= 不等于</translation>
    </message>
    <message>
        <source>=~ matches</source>
        <translation>=~ 匹配</translation>
    </message>
    <message>
        <source>!~ matches not</source>
        <translation>!~ 不匹配</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Only what has this label is looked at.</source>
        <translation>只针对带有此标签的对象。</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>移除此条件</translation>
    </message>
    <message>
        <source>Label of condition %1</source>
        <translation>条件 %1 的标签</translation>
    </message>
    <message>
        <source>How condition %1 compares</source>
        <translation>条件 %1 的比较方式</translation>
    </message>
    <message>
        <source>Text of condition %1</source>
        <translation>条件 %1 的文本</translation>
    </message>
</context>
<context>
    <name>stratadeck::MatrixModel</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>A range from the worst to the best level, with its unit</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>fails a must-have</source>
        <translation>不满足必要条件</translation>
    </message>
    <message>
        <source>no score yet</source>
        <translation>尚无得分</translation>
    </message>
    <message>
        <source>%1, place %2</source>
        <translation>%1，第 %2 名</translation>
    </message>
    <message>
        <source>new</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <extracomment>How sure somebody is of a figure, such as &quot;80 % sure&quot;</extracomment>
        <translation>把握 %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>被改动</translation>
    </message>
    <message>
        <source>stale</source>
        <extracomment>Evidence that is too old</extracomment>
        <translation>过期</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>无理由</translation>
    </message>
    <message>
        <source>No reason is given. Press R to give one.</source>
        <translation>没有理由。按 R 填写。</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>%1: source</source>
        <translation>%1：来源</translation>
    </message>
</context>
<context>
    <name>stratadeck::MatrixView</name>
    <message>
        <source>Decision matrix</source>
        <translation>决策矩阵</translation>
    </message>
    <message>
        <source>&amp;Edit cell…</source>
        <translation>编辑单元格(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Reason…</source>
        <translation>理由(&amp;R)…</translation>
    </message>
    <message>
        <source>E&amp;vidence from history…</source>
        <translation>来自历史的证据(&amp;V)…</translation>
    </message>
    <message>
        <source>Re&amp;fresh evidence…</source>
        <translation>更新证据(&amp;F)…</translation>
    </message>
    <message>
        <source>C&amp;lear cell</source>
        <translation>清空单元格(&amp;L)</translation>
    </message>
    <message>
        <source>Choose a cell of an assessment that is not frozen.</source>
        <translation>请在未冻结的评估中选择单元格。</translation>
    </message>
    <message>
        <source>This cell has no such figure.</source>
        <translation>此单元格没有这样的数值。</translation>
    </message>
</context>
<context>
    <name>stratadeck::MonitorPage</name>
    <message>
        <source>List</source>
        <extracomment>A group of actions</extracomment>
        <translation>列表</translation>
    </message>
    <message>
        <source>Charts</source>
        <extracomment>A group of actions</extracomment>
        <translation>图表</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Pause the charts or follow again</source>
        <translation>暂停图表或恢复跟随</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Back to the whole range</source>
        <translation>返回完整范围</translation>
    </message>
    <message>
        <source>Who uses most</source>
        <translation>谁占用最多</translation>
    </message>
</context>
<context>
    <name>stratadeck::NameCheck</name>
    <message>
        <source>“%1” is tagged p0. Type its name to go on:</source>
        <extracomment>%1 is a name. p0 is the tag of what people are without at once when it is down</extracomment>
        <translation>“%1”带有标签 p0。要继续，请输入其名称：</translation>
    </message>
    <message numerus="yes">
        <source>%n of these item(s) are tagged p0. Type how many they are to go on:</source>
        <extracomment>p0 is the tag of what people are without at once when it is down</extracomment>
        <translation>
            <numerusform>其中 %n 项带有标签 p0。要继续，请输入其数量：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>stratadeck::OperationActions</name>
    <message>
        <source>More operations</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Select virtual machines or containers first.</source>
        <translation>请先选择虚拟机或容器。</translation>
    </message>
    <message>
        <source>Select one virtual machine alone for this.</source>
        <translation>此操作请只选择一台虚拟机。</translation>
    </message>
    <message>
        <source>Select one container alone for this.</source>
        <translation>请只选择一个容器。</translation>
    </message>
</context>
<context>
    <name>stratadeck::OperationFlow</name>
    <message>
        <source>%1: “%2” is under way.</source>
        <extracomment>%1 is an operation such as Shut down, %2 a name</extracomment>
        <translation>%1：“%2”正在进行。</translation>
    </message>
</context>
<context>
    <name>stratadeck::OptionsDialog</name>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>说明(&amp;D)</translation>
    </message>
    <message>
        <source>New option</source>
        <translation>新方案</translation>
    </message>
</context>
<context>
    <name>stratadeck::PaletteModel</name>
    <message>
        <source>not available now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a row that a screen reader says</extracomment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>stratadeck::QuestionForm</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason for the answer to: %1</source>
        <translation>回答的原因：%1</translation>
    </message>
</context>
<context>
    <name>stratadeck::Rail</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sources, history, language and look (Ctrl+,)</source>
        <translation>数据源、历史、语言和外观 (Ctrl+,)</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <extracomment>%1 is a page&apos;s name, %2 its key</extracomment>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find a command, host, VM or container (Ctrl+K)</source>
        <translation>查找命令、主机、虚拟机或容器 (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>stratadeck::RangeBar</name>
    <message>
        <source>1m</source>
        <extracomment>Short button labels for lengths of time: m minutes, h hours, d days, y year</extracomment>
        <translation>1分</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>最近 1 分钟</translation>
    </message>
    <message>
        <source>5m</source>
        <translation>5分</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>15m</source>
        <translation>15分</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>1h</source>
        <translation>1时</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>6h</source>
        <translation>6时</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>最近 6 小时</translation>
    </message>
    <message>
        <source>24h</source>
        <translation>24时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>7d</source>
        <translation>7天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>30d</source>
        <translation>30天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>1y</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近 1 年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All that is recorded</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The charts follow the newest figures. Space pauses them.</source>
        <translation>图表跟随最新数值。按空格键暂停。</translation>
    </message>
    <message>
        <source>The charts stand still; recording goes on. Space follows again.</source>
        <translation>图表静止，记录继续。按空格键恢复跟随。</translation>
    </message>
    <message>
        <source>Back to the range before</source>
        <translation>后退到前一个时间范围</translation>
    </message>
    <message>
        <source>Forward to the range after</source>
        <translation>前进到后一个时间范围</translation>
    </message>
    <message>
        <source>Range from … to …</source>
        <translation>起止时间范围…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what a button does, %2 its key</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>stratadeck::RefreshDialog</name>
    <message>
        <source>Reading what was recorded…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>&amp;Take the new figure</source>
        <translation>采用新数值(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing was measured in the new window: the old figure stays.</source>
        <translation>新时间段内没有测量：保留旧数值。</translation>
    </message>
    <message>
        <source>This was measured by the lab of the Compare page. Run the lab again, keep its runs, and take the cell from them.</source>
        <translation>这是由“比较”页的实验测得的。请再次运行实验，保留其结果，并让单元格取自它们。</translation>
    </message>
</context>
<context>
    <name>stratadeck::ReportTabs</name>
    <message>
        <source>The methods agree: Kendall&apos;s W is %1.</source>
        <translation>各方法一致：Kendall W 为 %1。</translation>
    </message>
    <message>
        <source>The methods mostly agree: Kendall&apos;s W is %1.</source>
        <translation>各方法大体一致：Kendall W 为 %1。</translation>
    </message>
    <message>
        <source>The methods disagree: Kendall&apos;s W is %1.</source>
        <translation>各方法不一致：Kendall W 为 %1。</translation>
    </message>
    <message>
        <source>Add options and criteria, and figures to the matrix: the ranking follows.</source>
        <translation>添加方案与准则，并在矩阵中填入数值：排名随之而来。</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>What each criterion contributes to the score; hatched is not known yet.</source>
        <translation>各准则对得分的贡献；斜线部分尚不清楚。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一</translation>
    </message>
    <message>
        <source>Convention</source>
        <translation>约定</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>并列</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无答案</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>A place and a score</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The methods can be compared once no cell with weight is missing.</source>
        <translation>有权重的单元格都不缺失时，才能比较各方法。</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Tornado of the lead</source>
        <translation>领先优势龙卷风图</translation>
    </message>
    <message>
        <source>Stability intervals</source>
        <translation>稳定区间</translation>
    </message>
    <message>
        <source>Critical scores</source>
        <translation>临界得分</translation>
    </message>
    <message>
        <source>Measure this next</source>
        <translation>下一步测量</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Tornado</source>
        <translation>龙卷风图</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Acceptability</source>
        <translation>可接受度</translation>
    </message>
    <message>
        <source>Measure next</source>
        <translation>下一步测量</translation>
    </message>
    <message>
        <source>Another set of options</source>
        <translation>另一组方案</translation>
    </message>
    <message>
        <source>What is taken for known of the weights</source>
        <translation>关于权重的已知前提</translation>
    </message>
    <message>
        <source>Every weighting is as likely</source>
        <translation>各种权重同等可能</translation>
    </message>
    <message>
        <source>Only the order of the weights is known</source>
        <translation>只知道权重的顺序</translation>
    </message>
    <message>
        <source>The weights as they are set</source>
        <translation>按设定的权重</translation>
    </message>
    <message>
        <source>Between the people who weighed</source>
        <translation>介于各赋权者之间</translation>
    </message>
    <message>
        <source>Acceptability of ranks</source>
        <translation>名次可接受度</translation>
    </message>
    <message>
        <source>Who would choose it</source>
        <translation>谁会选它</translation>
    </message>
    <message>
        <source>What is to be known about these figures</source>
        <translation>关于这些数值须知</translation>
    </message>
    <message>
        <source>To know (%1)</source>
        <translation>须知（%1）</translation>
    </message>
    <message>
        <source>Add options and criteria: draws need at least one of each.</source>
        <translation>添加方案与准则：抽样各需至少一个。</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>A place in a ranking</extracomment>
        <translation>第 %1</translation>
    </message>
    <message>
        <source>never first</source>
        <translation>从不第一</translation>
    </message>
    <message>
        <source>In what share of %1 draws an option takes each place (seed %2).</source>
        <translation>在 %1 次抽样中，各方案取得各名次的比例（种子 %2）。</translation>
    </message>
    <message>
        <source>Chosen by someone who weighs</source>
        <translation>这样赋权的人会选择</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Raises the chance to choose rightly by</source>
        <translation>选对的机会提高</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Below wins</source>
        <translation>低于则胜出</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Above wins</source>
        <translation>高于则胜出</translation>
    </message>
    <message>
        <source>There is no lead yet that could change. Fill in the missing cells of the matrix.</source>
        <translation>还没有会改变的领先。请填写矩阵中缺失的单元格。</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>“%1”的权重</translation>
    </message>
    <message>
        <source>The lead of the winner when one input alone goes from its low end to its high end; below 0 another wins.</source>
        <translation>仅一个输入从低端到高端时获胜者的领先；低于 0 则另一方案获胜。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Lead at the low end</source>
        <translation>低端的领先</translation>
    </message>
    <message>
        <source>Lead at the high end</source>
        <translation>高端的领先</translation>
    </message>
    <message>
        <source>no figure does</source>
        <translation>任何数值都不会</translation>
    </message>
    <message>
        <source>Winner changes at</source>
        <translation>获胜者改变于</translation>
    </message>
    <message>
        <source>Of its range away</source>
        <translation>距离（占范围）</translation>
    </message>
    <message>
        <source>Then wins</source>
        <translation>那时胜出</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Without %1</source>
        <extracomment>%1 is an option</extracomment>
        <translation>去掉%1</translation>
    </message>
    <message>
        <source>With a copy of %1</source>
        <extracomment>%1 is an option</extracomment>
        <translation>加入%1的副本</translation>
    </message>
    <message>
        <source>Leaving out an option changes who wins: look at that option again.</source>
        <translation>去掉一个方案会改变获胜者：请重新审视该方案。</translation>
    </message>
    <message>
        <source>The winner does not hang on which other options are in the set.</source>
        <translation>获胜者不取决于还有哪些其他方案。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>获胜者</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Winner by TOPSIS</source>
        <translation>TOPSIS 获胜者</translation>
    </message>
    <message>
        <source>Changed there</source>
        <translation>其改变</translation>
    </message>
    <message>
        <source>What the assessment says</source>
        <translation>评估的结论</translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleActions</name>
    <message>
        <source>&amp;New rule</source>
        <translation>新建规则(&amp;N)</translation>
    </message>
    <message>
        <source>Write a rule.</source>
        <translation>编写一条规则。</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Edit the rule and try it over the recorded history.</source>
        <translation>编辑规则并在已记录的历史上回测。</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>A copy of the selected rules, which is off.</source>
        <translation>为选中的规则各建一份副本，副本处于停用状态。</translation>
    </message>
    <message>
        <source>Turn on or &amp;off</source>
        <translation>启用或停用(&amp;O)</translation>
    </message>
    <message>
        <source>Turns the selected rules on; when all are on, off.</source>
        <translation>启用选中的规则；若已全部启用则停用。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Removes the selected rules.</source>
        <translation>删除选中的规则。</translation>
    </message>
    <message>
        <source>Reset to &amp;standard</source>
        <translation>恢复为标准规则(&amp;S)</translation>
    </message>
    <message>
        <source>Makes the selected rules again what they were when the program came.</source>
        <translation>将选中的规则恢复为程序自带的样子。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>Takes back what was done to the rules last.</source>
        <translation>撤消对规则的上一次操作。</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>Does again what was taken back.</source>
        <translation>重做撤消的操作。</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected rules, or all when none is selected, a line each.</source>
        <translation>复制选中的规则，未选中时复制全部，每条一行。</translation>
    </message>
    <message>
        <source>Copy for &amp;Prometheus</source>
        <translation>复制为 Prometheus 格式(&amp;P)</translation>
    </message>
    <message>
        <source>Copies the selected rules, or all when none is selected, as a rule file of Prometheus.</source>
        <translation>将选中的规则（未选中时为全部）复制为 Prometheus 规则文件。</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Reads rules of a file: Prometheus&apos; YAML, or a line each.</source>
        <translation>从文件读取规则：Prometheus 的 YAML，或每行一条。</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Saves all rules as a file that Prometheus reads.</source>
        <translation>将所有规则保存为 Prometheus 可读取的文件。</translation>
    </message>
    <message>
        <source>This console only looks: read-only mode is on.</source>
        <translation>此控制台仅供查看：已启用只读模式。</translation>
    </message>
    <message>
        <source>The rules in force could not be read.</source>
        <translation>无法读取生效中的规则。</translation>
    </message>
    <message>
        <source>Select a rule first.</source>
        <translation>请先选择一条规则。</translation>
    </message>
    <message>
        <source>None of the selected is a standard rule that was changed.</source>
        <translation>选中的规则中没有被修改过的标准规则。</translation>
    </message>
    <message>
        <source>Nothing was done to the rules yet.</source>
        <translation>尚未对规则进行任何操作。</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>没有撤消过任何操作。</translation>
    </message>
    <message>
        <source>Select one rule.</source>
        <translation>请选择一条规则。</translation>
    </message>
    <message>
        <source>There are no rules.</source>
        <translation>没有规则。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) duplicated; the copies are off.</source>
        <translation>
            <numerusform>已复制 %n 条规则；副本处于停用状态。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) turned on.</source>
        <translation>
            <numerusform>已启用 %n 条规则。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) turned off.</source>
        <translation>
            <numerusform>已停用 %n 条规则。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) removed.</source>
        <translation>
            <numerusform>已删除 %n 条规则。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) reset to the standard.</source>
        <translation>
            <numerusform>已将 %n 条规则恢复为标准规则。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleBook</name>
    <message>
        <source>This console only looks: read-only mode is on.</source>
        <translation>此控制台仅供查看：已启用只读模式。</translation>
    </message>
    <message>
        <source>The rules in force could not be read, so they cannot be changed.</source>
        <translation>无法读取生效中的规则，因此不能更改。</translation>
    </message>
    <message>
        <source>Another console has changed the rules meanwhile. Yours were not written; these are the rules in force now.</source>
        <translation>另一个控制台在此期间更改了规则。您的更改没有写入；这里显示的是当前生效的规则。</translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleEditor</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Leave the rule (Esc)</source>
        <translation>离开此规则 (Esc)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message>
        <source>Take the last change of the rule back</source>
        <translation>撤消对规则的上一次更改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Change it again</source>
        <translation>重做更改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Put the rule in force (Ctrl+S)</source>
        <translation>使规则生效 (Ctrl+S)</translation>
    </message>
    <message>
        <source>As &amp;text:</source>
        <translation>文本形式(&amp;T)：</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>没有撤消过任何操作。</translation>
    </message>
    <message>
        <source>The rule can be judged.</source>
        <translation>此规则可以判断。</translation>
    </message>
    <message>
        <source>The rule was not saved. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>规则没有保存。%1</translation>
    </message>
    <message>
        <source>The rule %1 is in force.</source>
        <extracomment>%1 is the name of a rule</extracomment>
        <translation>规则 %1 已生效。</translation>
    </message>
    <message>
        <source>The rule was changed and is not saved.</source>
        <translation>规则已更改但尚未保存。</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃更改</translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleFiles</name>
    <message>
        <source>The file is larger than 1 MiB.</source>
        <translation>文件大于 1 MiB。</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>Rules (*.yml *.yaml *.txt *.rules *.json);;All files (*)</source>
        <translation>规则 (*.yml *.yaml *.txt *.rules *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Nothing was imported from %1: %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence that says why</extracomment>
        <translation>没有从 %1 导入任何内容：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 条规则。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule files of Prometheus (*.yml *.yaml)</source>
        <translation>Prometheus 规则文件 (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>告警规则</translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleForm</name>
    <message>
        <source>%1: “%2” is no time such as 30s, 5m or 1h30m.</source>
        <extracomment>%1 is the name of a field, %2 what stands in it</extracomment>
        <translation>%1：“%2”不是 30s、5m 或 1h30m 这样的时间。</translation>
    </message>
    <message>
        <source>%1: a number is expected.</source>
        <translation>%1：此处应为数字。</translation>
    </message>
    <message>
        <source>%1: a number is expected, without a unit or in %2.</source>
        <translation>%1：此处应为数字，不带单位或以 %2 为单位。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重级别</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation>启用此规则</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>监视的内容</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source>such as 5m</source>
        <translation>例如 5m</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>预测多久之后</translation>
    </message>
    <message>
        <source>such as 4h</source>
        <translation>例如 4h</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>For so long</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Clearing value</source>
        <translation>恢复值</translation>
    </message>
    <message>
        <source>the threshold</source>
        <translation>与阈值相同</translation>
    </message>
    <message>
        <source>Well for so long</source>
        <translation>恢复持续时间</translation>
    </message>
    <message>
        <source>Without data</source>
        <translation>无数据时</translation>
    </message>
    <message>
        <source>Notice when it flaps</source>
        <translation>检测抖动</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Reason for the threshold</source>
        <translation>阈值的理由</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Se&amp;verity:</source>
        <translation>严重级别(&amp;V)：</translation>
    </message>
    <message>
        <source>&amp;Looks at:</source>
        <translation>监视(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Metric:</source>
        <translation>指标(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Event:</source>
        <translation>事件(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Problem:</source>
        <translation>问题(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Function:</source>
        <translation>函数(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Window:</source>
        <translation>时间窗口(&amp;W)：</translation>
    </message>
    <message>
        <source>A&amp;head:</source>
        <translation>提前(&amp;H)：</translation>
    </message>
    <message>
        <source>Only of:</source>
        <extracomment>Of a rule: the label conditions</extracomment>
        <translation>仅限于：</translation>
    </message>
    <message>
        <source>Fires when:</source>
        <extracomment>Of a rule: it fires when its figure is ...</extracomment>
        <translation>触发条件：</translation>
    </message>
    <message>
        <source>How long it must be beyond the threshold before it fires.</source>
        <translation>超过阈值多久之后才触发。</translation>
    </message>
    <message>
        <source>A value on the safe side of the threshold; from there on it is well again.</source>
        <translation>阈值安全一侧的值；到达该值即恢复正常。</translation>
    </message>
    <message>
        <source>How long it must be well before it is resolved.</source>
        <translation>恢复正常多久之后才算解除。</translation>
    </message>
    <message>
        <source>What changes back and forth too often is told once and not each time.</source>
        <translation>反复变化过于频繁时只通知一次，而不是每次都通知。</translation>
    </message>
    <message>
        <source>F&amp;or:</source>
        <extracomment>Of a rule: how long</extracomment>
        <translation>持续(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Clears at:</source>
        <extracomment>Of a rule: the value at which it is well again</extracomment>
        <translation>恢复值(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Keeps firing:</source>
        <extracomment>Of a rule: how long it goes on firing</extracomment>
        <translation>继续触发(&amp;K)：</translation>
    </message>
    <message>
        <source>Without &amp;data:</source>
        <translation>无数据时(&amp;D)：</translation>
    </message>
    <message>
        <source>One sentence; {name}, {host}, {instance} and {value} are filled in</source>
        <translation>一句话；{name}、{host}、{instance} 和 {value} 会被填入</translation>
    </message>
    <message>
        <source>What it means and what to look at</source>
        <translation>它意味着什么，应查看什么</translation>
    </message>
    <message>
        <source>Why the threshold is where it is</source>
        <translation>为什么选择这个阈值</translation>
    </message>
    <message>
        <source>&amp;Summary:</source>
        <translation>摘要(&amp;S)：</translation>
    </message>
    <message>
        <source>Desc&amp;ription:</source>
        <translation>说明(&amp;R)：</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>理由：</translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleList</name>
    <message>
        <source>Filter rules, such as a name or a metric</source>
        <translation>筛选规则，例如名称或指标</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>筛选规则</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>告警规则</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rules</source>
        <translation>%2 条规则中的 %1 条</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>正在读取规则…</translation>
    </message>
    <message>
        <source>No rule matches the filter.</source>
        <translation>没有符合筛选条件的规则。</translation>
    </message>
    <message>
        <source>Take a word away.</source>
        <translation>请去掉一个词。</translation>
    </message>
    <message>
        <source>There are no rules: nothing can fire.</source>
        <translation>没有规则：不会有任何告警触发。</translation>
    </message>
    <message>
        <source>Write one, or import those of a file.</source>
        <translation>请编写一条，或从文件导入。</translation>
    </message>
    <message>
        <source>The rules in force cannot be read.</source>
        <translation>无法读取生效中的规则。</translation>
    </message>
    <message>
        <source>There is no history yet: rules lie in its file.</source>
        <translation>还没有历史：规则保存在历史文件中。</translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleListModel</name>
    <message>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重级别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>Head of a column: whether a rule is on</extracomment>
        <translation>启用</translation>
    </message>
    <message>
        <source>Origin</source>
        <extracomment>Head of a column: whether a rule is standard, changed or a person&apos;s own</extracomment>
        <translation>来源</translation>
    </message>
    <message>
        <source>Firing</source>
        <extracomment>Head of a column: how many incidents fire now</extracomment>
        <translation>正在触发</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleTextEdit</name>
    <message>
        <source>The rule as one line of text</source>
        <translation>以一行文本表示的规则</translation>
    </message>
</context>
<context>
    <name>stratadeck::RulesPage</name>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
</context>
<context>
    <name>stratadeck::ScorecardDialog</name>
    <message>
        <source>Architecture scorecard</source>
        <translation>架构评分卡</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Why, or what shows it</source>
        <translation>原因，或可作证明的内容</translation>
    </message>
    <message>
        <source>Reason or evidence: %1</source>
        <translation>原因或证据：%1</translation>
    </message>
    <message>
        <source>Answers by group</source>
        <translation>各组的回答</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Without a reason</source>
        <translation>没有原因</translation>
    </message>
    <message>
        <source>Say why a check is not applicable.</source>
        <translation>请说明检查项为何不适用。</translation>
    </message>
</context>
<context>
    <name>stratadeck::SecretEdit</name>
    <message>
        <source>Forget it</source>
        <translation>忘记它</translation>
    </message>
    <message>
        <source>Kept. Type another to replace it.</source>
        <translation>已保存。输入新的以替换。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>stratadeck::SelectionHeader</name>
    <message>
        <source>on %1</source>
        <extracomment>%1 is a host&apos;s name</extracomment>
        <translation>位于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) compared</source>
        <translation>
            <numerusform>比较 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何项</translation>
    </message>
    <message>
        <source>Select rows in the list to see their charts.</source>
        <translation>在列表中选择行以查看其图表。</translation>
    </message>
</context>
<context>
    <name>stratadeck::SettingsDialog</name>
    <message>
        <source>&amp;Find engines on this machine by itself</source>
        <translation>自动查找本机上的引擎(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Source URIs</source>
        <translation>数据源 URI</translation>
    </message>
    <message>
        <source>Examples: host:  qemu:///system  qemu+ssh://user@server/system  podman:///run/podman/podman.sock  docker:///var/run/docker.sock</source>
        <translation>示例：host:  qemu:///system  qemu+ssh://user@server/system  podman:///run/podman/podman.sock  docker:///var/run/docker.sock</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Read &amp;every:</source>
        <translation>读取间隔(&amp;E)：</translation>
    </message>
    <message>
        <source>Minimum, maximum and mean of each minute. Those of each hour are kept for ever.</source>
        <translation>每分钟的最小值、最大值和平均值。每小时的会永久保留。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>When the history needs more, the oldest samples go first.</source>
        <translation>历史记录超出此大小时，最旧的采样最先删除。</translation>
    </message>
    <message>
        <source>Keep mi&amp;nutes:</source>
        <translation>保留分钟数据(&amp;N)：</translation>
    </message>
    <message>
        <source>Size li&amp;mit:</source>
        <translation>大小上限(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Keep samples:</source>
        <translation>保留采样(&amp;K)：</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>History file</source>
        <translation>历史文件</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>Add at least one source, or let them be found by itself.</source>
        <translation>请至少添加一个数据源，或让程序自动查找。</translation>
    </message>
    <message>
        <source>“%1” is not a source. It should look like one of the examples.</source>
        <translation>“%1”不是数据源，应形如上面的示例。</translation>
    </message>
    <message>
        <source>&amp;Only look: start, stop and change nothing</source>
        <translation>只查看：不启动、不停止、不更改(&amp;O)</translation>
    </message>
    <message>
        <source>Keep in the &amp;tray when closed</source>
        <translation>关闭后保留在系统托盘中(&amp;T)</translation>
    </message>
    <message>
        <source>Closing the window leaves an icon that brings it back; recording goes on.</source>
        <translation>关闭窗口后会留下一个图标，可重新打开窗口；记录继续进行。</translation>
    </message>
    <message>
        <source>This desktop shows no tray.</source>
        <translation>此桌面不显示系统托盘。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Web and e-mail</source>
        <translation>Webhook 与邮件</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置的各页</translation>
    </message>
</context>
<context>
    <name>stratadeck::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>查找快捷键或其功能</translation>
    </message>
    <message>
        <source>Keys by subject</source>
        <translation>按主题列出的快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>stratadeck::SingleInstance</name>
    <message>
        <source>Stratadeck is running already, but it does not answer. End it and start again.</source>
        <translation>Stratadeck 已在运行，但没有响应。请结束它后重新启动。</translation>
    </message>
</context>
<context>
    <name>stratadeck::SourceBar</name>
    <message>
        <source>%1 since %2</source>
        <extracomment>%1 is a source&apos;s state such as Failed, %2 a time of day</extracomment>
        <translation>%1（自 %2 起）</translation>
    </message>
    <message>
        <source>Last figures at %1.</source>
        <translation>最近一次数值：%1。</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>下次尝试：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n sweep(s), typically %1 ms, at worst %2 ms.</source>
        <translation>
            <numerusform>%n 轮采集，通常 %1 毫秒，最长 %2 毫秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sweep(s) missed.</source>
        <translation>
            <numerusform>错过 %n 轮采集。</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening history</source>
        <translation>正在打开历史</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>无历史</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>未在记录</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) recorded since start.</source>
        <translation>
            <numerusform>启动以来已记录 %n 个采样。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock was set at %1, by %2; the history shows a gap there.</source>
        <extracomment>%1 is a time of day, %2 a length of time</extracomment>
        <translation>时钟在 %1 被调整了 %2；历史在该处显示为缺口。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>正在记录</translation>
    </message>
    <message>
        <source>Partly answering</source>
        <extracomment>The source gives figures, but something of it does not answer</extracomment>
        <translation>部分应答</translation>
    </message>
</context>
<context>
    <name>stratadeck::SourceFinder</name>
    <message>
        <source>Looking at what runs on this machine</source>
        <translation>正在查看本机上运行的内容</translation>
    </message>
    <message>
        <source>Charts appear by themselves as soon as the first figures are here. Everything is kept in one local file.</source>
        <translation>一有数值，图表就会自动出现。所有内容都保存在一个本地文件中。</translation>
    </message>
    <message>
        <source>Sources and settings…</source>
        <translation>数据源和设置…</translation>
    </message>
    <message>
        <source>Not on this machine.</source>
        <translation>本机上没有。</translation>
    </message>
    <message>
        <source>Installed, but nobody listens on %1. Start its service to see it here.</source>
        <extracomment>%1 is a socket&apos;s path</extracomment>
        <translation>已安装，但 %1 上无人监听。启动其服务即可在此看到。</translation>
    </message>
    <message>
        <source>Your user may not open %1. Join the group that owns it.</source>
        <translation>您的用户无权打开 %1。请加入拥有它的用户组。</translation>
    </message>
    <message>
        <source>Found on this machine, but not among the sources in the settings.</source>
        <translation>在本机上找到，但不在设置的数据源中。</translation>
    </message>
</context>
<context>
    <name>stratadeck::StatisticsModel</name>
    <message>
        <source>Samples in the visible range; unknown ones are not counted</source>
        <translation>可见范围内的样本数；未知的不计</translation>
    </message>
    <message>
        <source>Half, 95 % or 99 % of the samples are at or below this figure; between two samples it is interpolated linearly. ≈ marks a very long range, where it is taken from evenly chosen samples</source>
        <translation>50 %、95 % 或 99 % 的样本不大于此值；两个样本之间线性插值。≈ 表示范围很长，该值取自等距抽取的样本</translation>
    </message>
    <message>
        <source>Stretches in which the figure is unknown</source>
        <translation>数据未知的区段数</translation>
    </message>
    <message>
        <source>How long the figure is unknown in all</source>
        <translation>数据未知的总时长</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>Head of a table of statistics; %1 is the unit of all its figures</extracomment>
        <translation>线条</translation>
    </message>
    <message>
        <source>Line (%1)</source>
        <translation>线条（%1）</translation>
    </message>
    <message>
        <source>n</source>
        <extracomment>Number of samples, as in statistics</extracomment>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>stratadeck::StatisticsTable</name>
    <message>
        <source>Statistics of %1</source>
        <extracomment>%1 is the title of a chart</extracomment>
        <translation>%1 的统计</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
</context>
<context>
    <name>stratadeck::StepDialog</name>
    <message>
        <source>✓ passes: %1</source>
        <extracomment>A check of a step, and whether it passes</extracomment>
        <translation>✓ 通过：%1</translation>
    </message>
    <message>
        <source>✕ fails: %1</source>
        <translation>✕ 未通过：%1</translation>
    </message>
    <message>
        <source>&amp;What is decided</source>
        <translation>要决定什么(&amp;W)</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <source>&amp;Decided for</source>
        <translation>决定采用(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Needed to skip the step, or to finish it although a check fails.</source>
        <translation>跳过此步骤，或在检查未通过时完成它，都需要理由。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Step is done</source>
        <translation>步骤完成(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;kip it</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>Leave it &amp;open</source>
        <translation>保持未完成(&amp;O)</translation>
    </message>
    <message>
        <source>Write down a reason first.</source>
        <translation>请先写下理由。</translation>
    </message>
    <message>
        <source>&amp;Assumptions…</source>
        <translation>假设(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>stratadeck::StepRail</name>
    <message>
        <source>Step %1, %2: %3; %4 of %5 checks pass.</source>
        <translation>第 %1 步，%2：%3；%5 项检查通过 %4 项。</translation>
    </message>
</context>
<context>
    <name>stratadeck::SuitabilityDialog</name>
    <message>
        <source>Suitability</source>
        <translation>适配性</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>按任意词筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n workload(s)</source>
        <translation>
            <numerusform>%n 个工作负载</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to be read</source>
        <translation>
            <numerusform>还有 %n 个待读取</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no VMs or containers yet. Add a source in the settings.</source>
        <translation>还没有虚拟机或容器。请在设置中添加来源。</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选条件的项。</translation>
    </message>
    <message>
        <source>No engine that is connected knows it, so only the history was read.</source>
        <translation>已连接的引擎都不认识它，因此只读取了历史。</translation>
    </message>
    <message>
        <source>Its engine could not tell what it is made of: %1</source>
        <extracomment>%1 says why</extracomment>
        <translation>它的引擎未能说明它的组成：%1</translation>
    </message>
</context>
<context>
    <name>stratadeck::SuppressDialog</name>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Nobody is told of it meanwhile. The time to respond runs on.</source>
        <translation>期间不发送通知，响应时间继续计时。</translation>
    </message>
    <message>
        <source>Nobody is told of it meanwhile, and the time to respond stands still.</source>
        <translation>期间不发送通知，响应时间暂停计时。</translation>
    </message>
    <message>
        <source>Planned work: nobody is told, and the time to respond stands still.</source>
        <translation>计划内工作：不发送通知，响应时间暂停计时。</translation>
    </message>
    <message>
        <source>all alerts</source>
        <translation>所有告警</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>until a time</source>
        <translation>直到指定时间</translation>
    </message>
    <message>
        <source>Required: why it waits</source>
        <translation>必填：搁置原因</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>范围：</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>开始：</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>时长：</translation>
    </message>
    <message>
        <source>Until:</source>
        <translation>结束：</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>原因：</translation>
    </message>
    <message>
        <source>only this alert</source>
        <translation>仅此告警</translation>
    </message>
    <message>
        <source>everything about %1</source>
        <extracomment>%1 is a VM, a container or a host</extracomment>
        <translation>有关 %1 的所有告警</translation>
    </message>
    <message>
        <source>everything on host %1</source>
        <extracomment>%1 is a host</extracomment>
        <translation>主机 %1 上的所有告警</translation>
    </message>
    <message>
        <source>every alert named %1</source>
        <extracomment>%1 is the name of a rule</extracomment>
        <translation>所有名为 %1 的告警</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>Say why it waits.</source>
        <translation>请说明搁置原因。</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>every week, until it is ended</source>
        <translation>每周，直到结束</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>时间：</translation>
    </message>
    <message>
        <source>Each week:</source>
        <translation>每周：</translation>
    </message>
    <message>
        <source>Choose at least one day.</source>
        <translation>请至少选择一天。</translation>
    </message>
</context>
<context>
    <name>stratadeck::TableTools</name>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格（*.csv）</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>stratadeck::TagEditor</name>
    <message>
        <source>Edit tags</source>
        <translation>编辑标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags that all %n selected items share. Tags that only some of them have stay as they are.</source>
        <translation>
            <numerusform>所选 %n 项共有的标签。仅部分项拥有的标签保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags of %1, separated by blanks.</source>
        <translation>%1 的标签，以空格分隔。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Such as prod web team-a. In the filter, tag:prod finds them.</source>
        <translation>例如 prod web team-a。在筛选中用 tag:prod 即可找到。</translation>
    </message>
</context>
<context>
    <name>stratadeck::TaskLogModel</name>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a result such as Failed, %2 the engine&apos;s own words</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>执行者</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>stratadeck::TaskLogView</name>
    <message>
        <source>Filter tasks, such as a name or failed</source>
        <translation>筛选任务，例如名称或“失败”</translation>
    </message>
    <message>
        <source>Filter the task log</source>
        <translation>筛选任务日志</translation>
    </message>
    <message>
        <source>Task log</source>
        <translation>任务日志</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected tasks, or all when none is selected.</source>
        <translation>复制所选任务；未选择时复制全部。</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the tasks that are shown as a CSV table.</source>
        <translation>将显示的任务保存为 CSV 表格。</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>No task matches the filter.</source>
        <translation>没有任务符合筛选条件。</translation>
    </message>
    <message>
        <source>Esc in the box clears it.</source>
        <translation>在筛选框中按 Esc 可清除。</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>还没有执行过任何操作。</translation>
    </message>
    <message>
        <source>What is started, stopped or changed from here is listed with who did it, when, and how it ended.</source>
        <translation>从这里启动、停止或更改的内容都会列出，包括由谁、在何时执行以及结果如何。</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>stratadeck::TestRow</name>
    <message>
        <source>Trying…</source>
        <translation>正在尝试…</translation>
    </message>
    <message>
        <source>It failed: %1</source>
        <translation>失败：%1</translation>
    </message>
</context>
<context>
    <name>stratadeck::TimeChart</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No data in this range.</source>
        <translation>此时间范围内没有数据。</translation>
    </message>
    <message>
        <source>%1: latest %2, smallest %3, largest %4.</source>
        <translation>%1：最新 %2，最小 %3，最大 %4。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>stratadeck::TimeRangePopup</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>Times are those of this computer&apos;s time zone.</source>
        <translation>时间以本机时区为准。</translation>
    </message>
    <message>
        <source>The end must be later than the beginning.</source>
        <translation>结束时间必须晚于开始时间。</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>stratadeck::TopPanel</name>
    <message>
        <source>Who uses most of what</source>
        <translation>占用最多的资源类别</translation>
    </message>
    <message>
        <source>Of all VMs and containers, whatever the filter hides. A click on one selects it.</source>
        <translation>在所有虚拟机和容器中统计，不受筛选影响。单击即可选中。</translation>
    </message>
    <message>
        <source>Most CPU of the host</source>
        <translation>主机 CPU 占用最多</translation>
    </message>
    <message>
        <source>Most memory</source>
        <translation>内存占用最多</translation>
    </message>
    <message>
        <source>Most disk traffic</source>
        <translation>磁盘流量最大</translation>
    </message>
    <message>
        <source>Most network traffic</source>
        <translation>网络流量最大</translation>
    </message>
    <message>
        <source>Nobody is known to use any.</source>
        <translation>尚无已知的占用者。</translation>
    </message>
    <message>
        <source>&amp;Fold by tag</source>
        <translation>按标签汇总(&amp;F)</translation>
    </message>
    <message>
        <source>How the largest users are listed</source>
        <translation>占用最多者的列出方式</translation>
    </message>
    <message>
        <source>Now or over the range of the charts</source>
        <translation>当前，或图表时间范围内</translation>
    </message>
    <message>
        <source>What is used now, or the mean over the range that the charts show.</source>
        <translation>当前的占用，或图表所示时间范围内的平均占用。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Sums of what has the same tag; what has several tags counts under each.</source>
        <translation>相同标签的合计；有多个标签的条目在每个标签下都计入。</translation>
    </message>
    <message>
        <source>The largest %1</source>
        <translation>前 %1 名</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>复制为 CSV(&amp;S)</translation>
    </message>
    <message>
        <source>Over the range</source>
        <translation>时间范围内</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史…</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) with several tags count under each of them.</source>
        <translation>
            <numerusform>%n 个条目有多个标签，在每个标签下都计入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::TopRows</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a tag, %2 how many have it</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Without a tag (%1)</source>
        <extracomment>%1 is how many have no tag</extracomment>
        <translation>无标签（%1）</translation>
    </message>
    <message>
        <source>Of “%1” only %2 of the range was measured; the figures are those of that part.</source>
        <extracomment>%1 is a name, %2 a percentage</extracomment>
        <translation>“%1”在该时间范围内只测量了 %2；数值只代表这一部分。</translation>
    </message>
    <message>
        <source>Only %1 of the time of these items was measured; what they used in the rest is missing in the sum.</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>这些条目只测量了 %1 的时间；其余时间的占用未计入合计。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95 % 低于</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>已测量</translation>
    </message>
    <message>
        <source>The range is cut into %1 equal parts; in 95 % of them no more than this was used.</source>
        <translation>时间范围被等分为 %1 段；其中 95 % 的段内占用不超过此值。</translation>
    </message>
    <message>
        <source>The share of the range of which figures are known. Nothing is assumed about the rest.</source>
        <translation>时间范围内已知数值所占的比例；对其余部分不作任何假设。</translation>
    </message>
    <message>
        <source>Mean over the part of the range that was measured.</source>
        <translation>时间范围内已测量部分的平均值。</translation>
    </message>
    <message>
        <source>Who used most over the range of the charts</source>
        <translation>图表时间范围内占用最多者</translation>
    </message>
    <message>
        <source>Who uses most now</source>
        <translation>当前占用最多者</translation>
    </message>
</context>
<context>
    <name>stratadeck::Tray</name>
    <message>
        <source>Stratadeck</source>
        <translation>Stratadeck</translation>
    </message>
    <message>
        <source>&amp;Show Stratadeck</source>
        <translation>显示 Stratadeck(&amp;S)</translation>
    </message>
    <message>
        <source>%1 (%2 of the host&apos;s CPU)</source>
        <extracomment>In the tray&apos;s menu: %1 is a guest&apos;s name, %2 its share of the host&apos;s CPU such as 12 %</extracomment>
        <translation>%1（占主机 CPU 的 %2）</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>stratadeck::VerdictHeader</name>
    <message>
        <source>Shows what is to be known about these figures.</source>
        <translation>显示关于这些数值须知的内容。</translation>
    </message>
    <message>
        <source>%1 of the cells are supported</source>
        <translation>%1 的单元格有依据</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to know</source>
        <translation>
            <numerusform>%n 条须知</numerusform>
        </translation>
    </message>
    <message>
        <source>first in all weightings: %1</source>
        <translation>在所有权重中列第一：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>first: %1</source>
        <translation>第一：%1</translation>
    </message>
</context>
<context>
    <name>stratadeck::VersionsDialog</name>
    <message>
        <source>%1. Version “%2”, %3, %4</source>
        <extracomment>%1 is a number, %2 the name of a version, %3 a time, %4 a person</extracomment>
        <translation>%1. 版本“%2”，%3，%4</translation>
    </message>
    <message>
        <source>%1. %2, %3, %4</source>
        <extracomment>%1 is a number, %2 what happened, %3 a time, %4 a person</extracomment>
        <translation>%1. %2，%3，%4</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>全部复制(&amp;C)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>没有差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n 处差异。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>有何不同</translation>
    </message>
</context>
<context>
    <name>stratadeck::WeeklyEdit</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
</context>
<context>
    <name>stratadeck::WeightDialog</name>
    <message>
        <source>Imagine all criteria at their worst. The one you would first bring to its best is 100; how much are the other swings worth beside it?</source>
        <translation>设想所有准则都处于最差。您最先想提升到最佳的那个为 100；与之相比其他摆幅值多少？</translation>
    </message>
    <message>
        <source>Give each criterion its place: 1 for the swing from worst to best that matters most. Equal places share their weight.</source>
        <translation>给每个准则排位：从最差到最佳最重要的摆幅为 1。名次相同则平分权重。</translation>
    </message>
    <message>
        <source>For each pair: which counts more, and how much?</source>
        <translation>每一对中：哪个更重要，重要多少？</translation>
    </message>
    <message>
        <source>Give each criterion points; only their proportions count.</source>
        <translation>给每个准则打分；只看比例。</translation>
    </message>
    <message>
        <source>1 – both the same</source>
        <translation>1 – 两者相同</translation>
    </message>
    <message>
        <source>%1 × – %2</source>
        <extracomment>How many times one criterion counts as much as another</extracomment>
        <translation>%1 × – %2</translation>
    </message>
    <message>
        <source>Weigh the criteria: %1</source>
        <translation>给准则赋权：%1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>%1 or %2?</source>
        <translation>%1还是%2？</translation>
    </message>
    <message>
        <source>The judgments agree with each other: CR %1.</source>
        <translation>判断彼此一致：CR %1。</translation>
    </message>
    <message>
        <source>The judgments contradict each other: CR %1, it should be below 0.10.</source>
        <translation>判断互相矛盾：CR %1，应低于 0.10。</translation>
    </message>
    <message>
        <source>Fix %1 / %2: %3</source>
        <extracomment>%1 and %2 are criteria, %3 what the other judgments say of them</extracomment>
        <translation>修正 %1 / %2：%3</translation>
    </message>
</context>
<context>
    <name>stratadeck::WeightPanel</name>
    <message>
        <source>Below %1 %2 wins.</source>
        <translation>低于 %1 时%2胜出。</translation>
    </message>
    <message>
        <source>Above %1 %2 wins.</source>
        <translation>高于 %1 时%2胜出。</translation>
    </message>
    <message>
        <source>The winner stays at any weight.</source>
        <translation>无论权重如何，获胜者不变。</translation>
    </message>
    <message>
        <source>&amp;Weigh…</source>
        <translation>赋权(&amp;W)…</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How weights are given</source>
        <translation>赋权方式</translation>
    </message>
    <message>
        <source>Weigh by swings, by an order or by pairs.</source>
        <translation>按摆幅、顺序或两两比较赋权。</translation>
    </message>
    <message>
        <source>Without a winner there is nothing to turn.</source>
        <translation>没有获胜者，便无从改变。</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>“%1”的权重</translation>
    </message>
    <message>
        <source>Nobody has weighed yet: all count the same.</source>
        <translation>还没有人赋权：全部同等计算。</translation>
    </message>
    <message>
        <source>CR %1</source>
        <translation>CR %1</translation>
    </message>
</context>
<context>
    <name>stratadeck::WindowModel</name>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>无结束时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>stratadeck::WindowView</name>
    <message>
        <source>&amp;End now</source>
        <translation>立即结束(&amp;E)</translation>
    </message>
    <message>
        <source>Ends the selected silences, maintenance windows and holds.</source>
        <translation>结束所选的静默、维护窗口和搁置。</translation>
    </message>
    <message>
        <source>New &amp;silence…</source>
        <translation>新建静默(&amp;S)…</translation>
    </message>
    <message>
        <source>Silence alerts that fire now or will.</source>
        <translation>静默正在触发或将要触发的告警。</translation>
    </message>
    <message>
        <source>Plan &amp;maintenance…</source>
        <translation>计划维护(&amp;M)…</translation>
    </message>
    <message>
        <source>Planned work: nobody is told, and the time to respond stands still.</source>
        <translation>计划内工作：不发送通知，响应时间暂停计时。</translation>
    </message>
    <message>
        <source>Silences, maintenance and holds</source>
        <translation>静默、维护与搁置</translation>
    </message>
    <message>
        <source>Nothing is silenced.</source>
        <translation>没有静默。</translation>
    </message>
    <message>
        <source>Silence what you know of, and plan maintenance before you begin it.</source>
        <translation>静默已知问题，并在开始前计划维护。</translation>
    </message>
    <message>
        <source>Select one that is not over.</source>
        <translation>请选择一个未结束的项目。</translation>
    </message>
</context>
</TS>
