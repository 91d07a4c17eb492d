<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
    <name>Pages</name>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
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
        <source>Pressure</source>
        <translation>压力</translation>
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
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>I/O</source>
        <translation>I/O</translation>
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
</context>
<context>
    <name>stratadeck::InventoryView</name>
    <message>
        <source>Filter, such as web kind:vm state:running</source>
        <translation>筛选，例如 web kind:vm state:running</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
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
</context>
<context>
    <name>stratadeck::MonitorPage</name>
    <message>
        <source>Charts of the selection</source>
        <translation>所选项的图表</translation>
    </message>
    <message numerus="yes">
        <source>The charts compare the first %n of the selected rows.</source>
        <translation>
            <numerusform>图表比较所选行中的前 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>No figures in this range</source>
        <translation>此范围内没有数值</translation>
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
</TS>
