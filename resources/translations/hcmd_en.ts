<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>AttentionBar</name>
        <message numerus="yes">
            <source>%n participant(s)</source>
            <translation>
                <numerusform>%n participant</numerusform>
                <numerusform>%n participants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wrong answer(s)</source>
            <translation>
                <numerusform>%n wrong answer</numerusform>
                <numerusform>%n wrong answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Cells</name>
        <message numerus="yes">
            <source>%n station(s)</source>
            <translation>
                <numerusform>%n station</numerusform>
                <numerusform>%n stations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Controls</name>
        <message numerus="yes">
            <source>%n participant(s)</source>
            <translation>
                <numerusform>%n participant</numerusform>
                <numerusform>%n participants</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataPanel</name>
        <message numerus="yes">
            <source>Imported %n group(s).</source>
            <translation>
                <numerusform>Imported %n group.</numerusform>
                <numerusform>Imported %n groups.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Errands</name>
        <message numerus="yes">
            <source>Exported %n decision(s) to {folder}.</source>
            <translation>
                <numerusform>Exported %n decision to {folder}.</numerusform>
                <numerusform>Exported %n decisions to {folder}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pilot session(s) are not in it.</source>
            <translation>
                <numerusform>%n pilot session is not in it.</numerusform>
                <numerusform>%n pilot sessions are not in it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n group(s) that count are in the bundle {file}.</source>
            <translation>
                <numerusform>%n group that counts is in the bundle {file}.</numerusform>
                <numerusform>%n groups that count are in the bundle {file}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>%n group</numerusform>
                <numerusform>%n groups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n training step(s)</source>
            <translation>
                <numerusform>%n training step</numerusform>
                <numerusform>%n training steps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n withdrawal(s)</source>
            <translation>
                <numerusform>%n withdrawal</numerusform>
                <numerusform>%n withdrawals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>news of %n known session(s)</source>
            <translation>
                <numerusform>news of %n known session</numerusform>
                <numerusform>news of %n known sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The study is not what its log says: %n finding(s).</source>
            <translation>
                <numerusform>The study is not what its log says: %n finding.</numerusform>
                <numerusform>The study is not what its log says: %n findings.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExitDialog</name>
        <message numerus="yes">
            <source>You have %n more tries.</source>
            <translation>
                <numerusform>You have %n more try.</numerusform>
                <numerusform>You have %n more tries.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FaultDialog</name>
        <message numerus="yes">
            <source>%n fault(s) so far; the first is shown.</source>
            <translation>
                <numerusform>%n fault so far; the first is shown.</numerusform>
                <numerusform>%n faults so far; the first is shown.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupsPage</name>
        <message numerus="yes">
            <source>%n coin(s)</source>
            <translation>
                <numerusform>%n coin</numerusform>
                <numerusform>%n coins</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuestsCard</name>
        <message numerus="yes">
            <source>%n label(s)</source>
            <translation>
                <numerusform>%n label</numerusform>
                <numerusform>%n labels</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Kiosk</name>
        <message numerus="yes">
            <source>%n coin(s)</source>
            <translation>
                <numerusform>%n coin</numerusform>
                <numerusform>%n coins</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Pace</name>
        <message numerus="yes">
            <source>about %n minute(s) left</source>
            <translation>
                <numerusform>about %n minute left</numerusform>
                <numerusform>about %n minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n hour(s) left</source>
            <translation>
                <numerusform>about %n hour left</numerusform>
                <numerusform>about %n hours left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PaymentDesk</name>
        <message numerus="yes">
            <source>Together {amount} for %n participant(s)</source>
            <translation>
                <numerusform>Together {amount} for %n participant</numerusform>
                <numerusform>Together {amount} for %n participants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are not done yet.</source>
            <translation>
                <numerusform>%n of them is not done yet.</numerusform>
                <numerusform>%n of them are not done yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PreflightPage</name>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>%n group</numerusform>
                <numerusform>%n groups</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PrivacyDesk</name>
        <message numerus="yes">
            <source>%n label(s) deleted.</source>
            <translation>
                <numerusform>%n label deleted.</numerusform>
                <numerusform>%n labels deleted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionnairePage</name>
        <message numerus="yes">
            <source>%n answer(s) are missing or not possible.</source>
            <translation>
                <numerusform>%n answer is missing or not possible.</numerusform>
                <numerusform>%n answers are missing or not possible.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RunningPage</name>
        <message numerus="yes">
            <source>%n station(s)</source>
            <translation>
                <numerusform>%n station</numerusform>
                <numerusform>%n stations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StageIntroPage</name>
        <message numerus="yes">
            <source>You practise for %n round(s) with the same people. They are not paid.</source>
            <translation>
                <numerusform>You practise for %n round with the same people. It is not paid.</numerusform>
                <numerusform>You practise for %n rounds with the same people. They are not paid.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play %n round(s) with the same people.</source>
            <translation>
                <numerusform>You play %n round with the same people.</numerusform>
                <numerusform>You play %n rounds with the same people.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play %n round(s) with the same people. Another rule divides the fund.</source>
            <translation>
                <numerusform>You play %n round with the same people. Another rule divides the fund.</numerusform>
                <numerusform>You play %n rounds with the same people. Another rule divides the fund.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your group has chosen. You play %n more round(s) with the same people.</source>
            <translation>
                <numerusform>Your group has chosen. You play %n more round with the same people.</numerusform>
                <numerusform>Your group has chosen. You play %n more rounds with the same people.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VoteResultPage</name>
        <message numerus="yes">
            <source>vote(s)</source>
            <translation>
                <numerusform>vote</numerusform>
                <numerusform>votes</numerusform>
            </translation>
        </message>
    </context>
</TS>
