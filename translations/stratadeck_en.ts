<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>stratadeck::MainWindow</name>
    <message numerus="yes">
        <source>%n task(s) under way</source>
        <translation>
            <numerusform>%n task under way</numerusform>
            <numerusform>%n tasks under way</numerusform>
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
    <name>stratadeck::TagEditor</name>
    <message numerus="yes">
        <source>Tags that all %n selected items share. Tags that only some of them have stay as they are.</source>
        <translation>
            <numerusform>Tags of the selected item.</numerusform>
            <numerusform>Tags that all %n selected items share. Tags that only some of them have stay as they are.</numerusform>
        </translation>
    </message>
</context>
</TS>
