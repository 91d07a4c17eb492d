<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ChannelText</name>
    <message numerus="yes">
        <source>%n notice(s) wait.</source>
        <translation>
            <numerusform>%n notice waits.</numerusform>
            <numerusform>%n notices wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message numerus="yes">
        <source>What happened last; %n earlier not listed</source>
        <translation>
            <numerusform>What happened last; %n earlier not listed</numerusform>
            <numerusform>What happened last; %n earlier not listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n sample(s) stored</source>
        <extracomment>A status line: number of samples stored, then the sources with their states</extracomment>
        <translation>
            <numerusform>%n sample stored</numerusform>
            <numerusform>%n samples stored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContainerRows</name>
    <message numerus="yes">
        <source>%n more ports, mounts or networks</source>
        <translation>
            <numerusform>%n more port, mount or network</numerusform>
            <numerusform>%n more ports, mounts or networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message numerus="yes">
        <source>the flows change their sign %n time(s); rates: %1</source>
        <translation>
            <numerusform>the flows change their sign %n time; rates: %1</numerusform>
            <numerusform>the flows change their sign %n times; rates: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are sunk: paid already, they count in no figure.</source>
        <translation>
            <numerusform>%n line is sunk: paid already, it counts in no figure.</numerusform>
            <numerusform>%n lines are sunk: paid already, they count in no figure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecideText</name>
    <message numerus="yes">
        <source>%n cell(s) are missing.</source>
        <translation>
            <numerusform>%n cell is missing.</numerusform>
            <numerusform>%n cells are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) do not say what they are.</source>
        <translation>
            <numerusform>%n option does not say what it is.</numerusform>
            <numerusform>%n options do not say what they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence are too old.</source>
        <translation>
            <numerusform>%n piece of evidence is too old.</numerusform>
            <numerusform>%n pieces of evidence are too old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) of the cost model are missing.</source>
        <translation>
            <numerusform>%n amount of the cost model is missing.</numerusform>
            <numerusform>%n amounts of the cost model are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assumption(s) have no owner or have expired.</source>
        <translation>
            <numerusform>%n assumption has no owner or has expired.</numerusform>
            <numerusform>%n assumptions have no owner or have expired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) have neither evidence, document nor reason.</source>
        <translation>
            <numerusform>%n cell has neither evidence, document nor reason.</numerusform>
            <numerusform>%n cells have neither evidence, document nor reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s), %1 unknown</source>
        <translation>
            <numerusform>%n gap, %1 unknown</numerusform>
            <numerusform>%n gaps, %1 unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuestRows</name>
    <message numerus="yes">
        <source>%n virtual CPU(s)</source>
        <translation>
            <numerusform>%n virtual CPU</numerusform>
            <numerusform>%n virtual CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more that were not looked at</source>
        <translation>
            <numerusform>%n more that was not looked at</numerusform>
            <numerusform>%n more that were not looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notify</name>
    <message numerus="yes">
        <source>%n more alert(s) are firing</source>
        <translation>
            <numerusform>%n more alert is firing</numerusform>
            <numerusform>%n more alerts are firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are resolved</source>
        <translation>
            <numerusform>%n alert is resolved</numerusform>
            <numerusform>%n alerts are resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are firing</source>
        <translation>
            <numerusform>%n alert is firing</numerusform>
            <numerusform>%n alerts are firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alert(s)</source>
        <translation>
            <numerusform>%n more alert</numerusform>
            <numerusform>%n more alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureText</name>
    <message numerus="yes">
        <source>%n item(s) compared</source>
        <translation>
            <numerusform>%n item compared</numerusform>
            <numerusform>%n items compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleCheck</name>
    <message numerus="yes">
        <source>The text of a label is longer than %n characters.</source>
        <translation>
            <numerusform>The text of a label is longer than %n character.</numerusform>
            <numerusform>The text of a label is longer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n label conditions.</source>
        <translation>
            <numerusform>There is more than %n label condition.</numerusform>
            <numerusform>There are more than %n label conditions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n steps of arithmetic.</source>
        <translation>
            <numerusform>There is more than %n step of arithmetic.</numerusform>
            <numerusform>There are more than %n steps of arithmetic.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rule needs a name of at most %n characters.</source>
        <translation>
            <numerusform>A rule needs a name of at most %n character.</numerusform>
            <numerusform>A rule needs a name of at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A text of the rule is longer than %n characters.</source>
        <translation>
            <numerusform>A text of the rule is longer than %n character.</numerusform>
            <numerusform>A text of the rule is longer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n comparisons.</source>
        <translation>
            <numerusform>There is more than %n comparison.</numerusform>
            <numerusform>There are more than %n comparisons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n rules.</source>
        <translation>
            <numerusform>There is more than %n rule.</numerusform>
            <numerusform>There are more than %n rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleImport</name>
    <message numerus="yes">
        <source>There are %n rules already, and no more fit.</source>
        <translation>
            <numerusform>There is %n rule already, and no more fit.</numerusform>
            <numerusform>There are %n rules already, and no more fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message numerus="yes">
        <source>There are more than %n rules.</source>
        <translation>
            <numerusform>There is more than %n rule.</numerusform>
            <numerusform>There are more than %n rules.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>This rule joins %n comparisons, which the form cannot show. Edit them as text; what stands here belongs to the whole rule.</source>
        <translation>
            <numerusform>This rule has %n comparison that the form cannot show. Edit it as text; what stands here belongs to the whole rule.</numerusform>
            <numerusform>This rule joins %n comparisons, which the form cannot show. Edit them as text; what stands here belongs to the whole rule.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message numerus="yes">
        <source>%n more here; zoom in to read them.</source>
        <translation>
            <numerusform>%n more here; zoom in to read it.</numerusform>
            <numerusform>%n more here; zoom in to read them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraySummary</name>
    <message numerus="yes">
        <source>%1 of %n guest(s) running</source>
        <extracomment>%1 guests run, %n are known</extracomment>
        <translation>
            <numerusform>%1 of %n guest running</numerusform>
            <numerusform>%1 of %n guests running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) failed</source>
        <translation>
            <numerusform>%n source failed</numerusform>
            <numerusform>%n sources failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) without a response, the worst %1</source>
        <extracomment>In the tray&apos;s tool tip; %1 is P0, P1, P2 or P3</extracomment>
        <translation>
            <numerusform>%n alert without a response: %1</numerusform>
            <numerusform>%n alerts without a response, the worst %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suppressed alert(s)</source>
        <translation>
            <numerusform>%n suppressed alert</numerusform>
            <numerusform>%n suppressed alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::AlertActions</name>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You take care of %n alert(s).</source>
        <translation>
            <numerusform>You take care of %n alert.</numerusform>
            <numerusform>You take care of %n alerts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) silenced for an hour.</source>
        <translation>
            <numerusform>%n alert silenced for an hour.</numerusform>
            <numerusform>%n alerts silenced for an hour.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::AlertDetails</name>
    <message numerus="yes">
        <source>Reopened %n time(s)</source>
        <translation>
            <numerusform>Reopened %n time</numerusform>
            <numerusform>Reopened %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more selected</source>
        <translation>
            <numerusform>and %n more selected</numerusform>
            <numerusform>and %n more selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::BacktestView</name>
    <message numerus="yes">
        <source>It would have fired %n time(s), for %1 altogether, on %2 of %3.</source>
        <extracomment>%1 is a length of time; it fired on %2 of %3 VMs, disks and so on</extracomment>
        <translation>
            <numerusform>It would have fired once, for %1, on %2 of %3.</numerusform>
            <numerusform>It would have fired %n times, for %1 altogether, on %2 of %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::BulkDialog</name>
    <message numerus="yes">
        <source>%1 begins in %n second(s).</source>
        <extracomment>%1 is an operation such as Shut down</extracomment>
        <translation>
            <numerusform>%1 begins in %n second.</numerusform>
            <numerusform>%1 begins in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n still under way.</source>
        <extracomment>%1 is an operation such as Shut down</extracomment>
        <translation>
            <numerusform>%1: %n still under way.</numerusform>
            <numerusform>%1: %n still under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::CardDelegate</name>
    <message numerus="yes">
        <source>+%n that follow(s)</source>
        <translation>
            <numerusform>+%n that follows</numerusform>
            <numerusform>+%n that follow</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::ChartPane</name>
    <message numerus="yes">
        <source>The charts compare the first %n of the selected rows.</source>
        <translation>
            <numerusform>The charts compare the first of the selected rows.</numerusform>
            <numerusform>The charts compare the first %n of the selected rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::ComparePage</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n VM(s)</source>
        <translation>
            <numerusform>%n VM</numerusform>
            <numerusform>%n VMs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::ConfirmDialog</name>
    <message numerus="yes">
        <source>%1: %n item(s)?</source>
        <extracomment>%1 is an operation such as Shut down</extracomment>
        <translation>
            <numerusform>%1: %n item?</numerusform>
            <numerusform>%1: %n items?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::Console</name>
    <message numerus="yes">
        <source>%n sample(s) recorded in %1.</source>
        <translation>
            <numerusform>%n sample recorded in %1.</numerusform>
            <numerusform>%n samples recorded in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::CostPage</name>
    <message numerus="yes">
        <source>%n amount(s) are missing: %1. Nothing is reckoned until they are given or the lines are removed.</source>
        <translation>
            <numerusform>%n amount is missing: %1. Nothing is reckoned until it is given or the line is removed.</numerusform>
            <numerusform>%n amounts are missing: %1. Nothing is reckoned until they are given or the lines are removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::ImportDialog</name>
    <message numerus="yes">
        <source>%n rule(s) will be added or changed.</source>
        <translation>
            <numerusform>%n rule will be added or changed.</numerusform>
            <numerusform>%n rules will be added or changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are refused; the list says why.</source>
        <translation>
            <numerusform>%n rule is refused; the list says why.</numerusform>
            <numerusform>%n rules are refused; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::InputDialog</name>
    <message numerus="yes">
        <source>%n at most, as it is defined.</source>
        <translation>
            <numerusform>%n at most, as it is defined.</numerusform>
            <numerusform>%n at most, as it is defined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::InventoryView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n item(s)</source>
        <translation>
            <numerusform>%1 of %n item</numerusform>
            <numerusform>%1 of %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::LogFindBar</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::LogModel</name>
    <message numerus="yes">
        <source>[cut: %n more byte(s)]</source>
        <extracomment>At the end of a log&apos;s line: as many bytes of it were left out</extracomment>
        <translation>
            <numerusform>[cut: %n more byte]</numerusform>
            <numerusform>[cut: %n more bytes]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::LogWindow</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::MainWindow</name>
    <message numerus="yes">
        <source>%n task(s) under way</source>
        <translation>
            <numerusform>%n task under way</numerusform>
            <numerusform>%n tasks under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) without a response, the worst %1</source>
        <translation>
            <numerusform>%n alert without a response, the worst %1</numerusform>
            <numerusform>%n alerts without a response, the worst %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::NameCheck</name>
    <message numerus="yes">
        <source>%n of these item(s) are tagged p0. Type how many they are to go on:</source>
        <extracomment>p0 is the tag of what people are without at once when it is down</extracomment>
        <translation>
            <numerusform>%n of these items is tagged p0. Type how many they are to go on:</numerusform>
            <numerusform>%n of these items are tagged p0. Type how many they are to go on:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleActions</name>
    <message numerus="yes">
        <source>%n rule(s) duplicated; the copies are off.</source>
        <translation>
            <numerusform>%n rule duplicated; the copy is off.</numerusform>
            <numerusform>%n rules duplicated; the copies are off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) turned on.</source>
        <translation>
            <numerusform>%n rule turned on.</numerusform>
            <numerusform>%n rules turned on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) turned off.</source>
        <translation>
            <numerusform>%n rule turned off.</numerusform>
            <numerusform>%n rules turned off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) removed.</source>
        <translation>
            <numerusform>%n rule removed.</numerusform>
            <numerusform>%n rules removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) reset to the standard.</source>
        <translation>
            <numerusform>%n rule reset to the standard.</numerusform>
            <numerusform>%n rules reset to the standard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleFiles</name>
    <message numerus="yes">
        <source>%n rule(s) imported.</source>
        <translation>
            <numerusform>%n rule imported.</numerusform>
            <numerusform>%n rules imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::RuleList</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::SelectionHeader</name>
    <message numerus="yes">
        <source>%n item(s) compared</source>
        <translation>
            <numerusform>%n item compared</numerusform>
            <numerusform>%n items compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::SourceBar</name>
    <message numerus="yes">
        <source>%n sweep(s), typically %1 ms, at worst %2 ms.</source>
        <translation>
            <numerusform>%n sweep, typically %1 ms, at worst %2 ms.</numerusform>
            <numerusform>%n sweeps, typically %1 ms, at worst %2 ms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sweep(s) missed.</source>
        <translation>
            <numerusform>%n sweep missed.</numerusform>
            <numerusform>%n sweeps missed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) recorded since start.</source>
        <translation>
            <numerusform>%n sample recorded since start.</numerusform>
            <numerusform>%n samples recorded since start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::SuitabilityDialog</name>
    <message numerus="yes">
        <source>%n workload(s)</source>
        <translation>
            <numerusform>%n workload</numerusform>
            <numerusform>%n workloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to be read</source>
        <translation>
            <numerusform>%n still to be read</numerusform>
            <numerusform>%n still to be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::TagEditor</name>
    <message numerus="yes">
        <source>Tags that all %n selected items share. Tags that only some of them have stay as they are.</source>
        <translation>
            <numerusform>Tags of the selected item.</numerusform>
            <numerusform>Tags that all %n selected items share. Tags that only some of them have stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::TopPanel</name>
    <message numerus="yes">
        <source>%n item(s) with several tags count under each of them.</source>
        <translation>
            <numerusform>%n item with several tags counts under each of them.</numerusform>
            <numerusform>%n items with several tags count under each of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::VerdictHeader</name>
    <message numerus="yes">
        <source>%n thing(s) to know</source>
        <translation>
            <numerusform>%n thing to know</numerusform>
            <numerusform>%n things to know</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stratadeck::VersionsDialog</name>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
</context>
</TS>
