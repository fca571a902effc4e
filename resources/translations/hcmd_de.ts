<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About HCMD Lab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HCMD Lab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sessions of the Public Investment Game that learn the mechanism people vote for. Apache License 2.0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AskText</name>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Cells</name>
        <message>
            <source>bot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tails {coins}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stops after this round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits for your Go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits for: {stations}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dropped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a group</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n station(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>message not read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CheckInPage</name>
        <message>
            <source>Begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Welcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You will play several rounds of a game with three other people in this room. You earn coins in every round.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is on the card that you were given. Leave this empty if you have none.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Clock</name>
        <message>
            <source>Clock stands still</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Almost over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CodeView</name>
        <message>
            <source>Pairing code {code}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CoinBoard</name>
        <message>
            <source>You keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Click a coin to move it across.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your coins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is chosen yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You keep {kept}, {given} go into the fund.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Nobody is at a chosen station.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the station of a seated participant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose groups or stations first.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Confirm</name>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ControlWindow</name>
        <message>
            <source>HCMD Lab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening {study}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The language changes when the program is started again.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Controls</name>
        <message>
            <source>&amp;Go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pause…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Message…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Leave page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop after round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Drop participant…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;End group with pay…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declare group &amp;void…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starts the groups that are complete and ready.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clocks and pages of the groups stand still.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused groups go on with the time they had left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shows a text on the screens of participants.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ends the time of this page: missing choices are made by default.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The groups end with pay once this round is over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person leaves for good; the group plays on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The groups end now; their rounds so far are paid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The groups end now; their data are not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Participants read this while they wait:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message to {people}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stays on their screens until they have confirmed it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop {people}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why? The reason stands in the log; nobody else sees it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End {groups} with pay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declare {groups} void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please wait a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ended by the experimenter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>something went wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop the participant at {stations}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person cannot come back. The group plays on, and the contribution that the session’s rules name is made for the seat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End {groups}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be undone. Participants are told that the session ends early and are paid for the rounds played so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End with pay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declare {groups} void?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be undone. Nothing that was played is used for training or figures; the log keeps everything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declare void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started: {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused: {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resumed: {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent to {people}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page ended: {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Noted for {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dropped from {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended with pay: {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declared void: {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>group {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>groups {numbers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>station {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stations {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release {stations}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The kiosk is disconnected and needs the pairing code again; another computer can then take its name. Whoever sits there stays in the session.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n participant(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>ConvergenceView</name>
        <message>
            <source>Nash mixture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expected share of votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each row's mechanism against each column's, ± standard error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How often each would be played by somebody who cannot be outvoted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing: the mechanism has been evaluated with new people.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on: run sessions for iteration {iteration}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop training: evaluate the mechanism with new people.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last iteration is done: evaluate the mechanism with new people.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} beats every earlier mechanism with confidence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} does not beat every earlier mechanism with confidence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Against {before} it would win {share} of the votes (95% interval {low} to {high}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some mechanisms beat each other in a circle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study's settings ask for more iterations.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Cover</name>
        <message>
            <source>This screen is not used.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DataPanel</name>
        <message>
            <source>Sessions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The data are being exported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study is being checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is being written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chec&amp;k the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write &amp;report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Without pilot sessions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With &amp;pilot sessions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As a &amp;PDF for print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As a &amp;web page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where to write the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled; nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture is being saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture is in the clipboard.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Imported %n group(s).</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The study is being read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No study is open. Open one, or make a new one, under Study.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DecidePage</name>
        <message>
            <source>Confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coins into the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrow keys move single coins, Home none and End all. Or type a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many of your {coins} go into the fund?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the slider, click coins or type a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have {coins}, so {number} is not possible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You keep {kept}  ·  {given} into the fund</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DemoBar</name>
        <message>
            <source>Demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The windows are being opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the panel in which something is happening.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Wait after this step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DemoPilot</name>
        <message>
            <source>The study is complete. Its pictures are under Data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {iteration}: {step} runs in the background.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {iteration}: simulated people play at four kiosks. Take over a seat to play yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A kiosk has ended: {reason}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Departure</name>
        <message>
            <source>A session is running. Its stations lose their connection and wait on their last screen. Nothing is lost: open this study again and resume the session, and everyone goes on where they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training is running. Its state is saved; start the same step again and it goes on where it was.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EndingPage</name>
        <message>
            <source>You earned in total</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please remain seated. The experimenter will come to you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thank you for taking part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your group ends here, earlier than planned. You keep what you earned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your group could not be played to its end. This is not your fault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thank you for your time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This place is no longer needed. Thank you.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Errands</name>
        <message numerus="yes">
            <source>Exported %n row(s) to {file}.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pilot session(s) are not in it.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>The study is not what its log says: %n finding(s).</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The study is whole: the log replays to the same tables, every decision is there once, and in all {decisions} decisions the coins add up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is written as a web page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report is written as a PDF.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture is saved as {file}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EvaluateView</name>
        <message>
            <source>Share of votes for the mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With 95% intervals; the unit is the group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People preferred {mechanism} to {baseline}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People preferred {baseline} to {mechanism}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The votes do not decide between {mechanism} and {baseline}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{mechanism} won {share} of {votes} votes in {groups} groups (95% interval {low} to {high}; p = {p}, sign-flip test over groups).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With so many groups a share of {smallest} is found with 80% power, the paper's 54.3% with {power}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tails have {coins}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EventWords</name>
        <message>
            <source>The session is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {station} is connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {station} has lost its connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{person} checked in at station {station}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{person} joins group {group} as {seat}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{person} moves to station {station}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} starts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: {seat} goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} leaves the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}, stage {stage}, round {round}: {seat} puts in {contribution} of {endowment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}, stage {stage}, round {round}: the time was up, {contribution} of {endowment} put in for {seat}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}, stage {stage}, round {round}: {contribution} of {endowment} put in for {seat}, who has left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}, stage {stage}, round {round}: the fund is divided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: {seat} has voted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: the time was up, no vote of {seat}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: no vote of {seat}, who has left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: stage {winner} wins the vote {votes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: the vote is tied {votes}, a coin decides for stage {winner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} is paused: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} is paused by the dropout policy: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: {seat} is dropped: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} ends early with pay: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} is declared void: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group}: the page's time is ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} is to stop after its round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} is to play on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message to {person} at station {place}: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{person} has read the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {station}: a wrong PIN was entered to leave the kiosk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {station}: the kiosk was left with the PIN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {group} is imported</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExitDialog</name>
        <message>
            <source>Leave this station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PIN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up this station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the experimenter's PIN. What was confirmed here is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was confirmed here is saved. The participant can come back to it.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>You have %n more tries.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>This PIN is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many wrong PINs. The next try is possible in {time}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FailureCard</name>
        <message>
            <source>&amp;Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;opy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of the fault</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FaultDialog</name>
        <message>
            <source>This is a fault of the program, not yours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of the fault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;ontinue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the &amp;program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing that was saved is lost. You can go on; if the program behaves strangely afterwards, close it and start it again: sessions and training go on where they were.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n fault(s) so far; the first is shown.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The crash log could not be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also written to {file}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Footer</name>
        <message>
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GridModel</name>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GroupPlot</name>
        <message>
            <source>{player}: {given} into the fund, {paid} from the fund</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GroupsPage</name>
        <message>
            <source>How many groups play?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conditions that will be drawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balanced over all sessions of this study. The head always has {head} coins a round; each tail has:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study needs {missing} more: {groups} of {target} have played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>= {stations} stations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {number}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n coin(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Earlier rounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage} of {stages}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{stage} · Round {round} of {rounds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>So far: {coins}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Headline</name>
        <message>
            <source>No study is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a study or make a new one; its training is shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It saves what it has done and stops.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The training process starts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} is computed but not stored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study could not be written. Put that right, then store the result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Store the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} has failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What had been saved is kept: it can go on from there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing had been saved yet: it begins anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} is paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It goes on exactly where it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Continue {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Start {step} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study is complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All that it learned is shown below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Figures and report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People play next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Run a session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Draw the first mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Start {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MODEL is possible when all of them have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>EVALUATE is possible when all of them have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session is running. Training waits until it has ended, so that it stays calm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step}, iteration {iteration}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HeatCard</name>
        <message>
            <source>Who gets the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mechanism is hidden while participants can see this screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up: coins of the head. Across: coins of the tails, on average. The large marks are the newest rounds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Point at a map, or use the arrow keys, to read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tails receive {coins}, groups:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HeatStrip</name>
        <message>
            <source>Share of the fund that the head gets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coins that the tails put in, on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coins of the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tails have {coins}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tails have {endowment}: the head puts in {head}, the tails {tails} on average; the head gets {share}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistorySheet</name>
        <message>
            <source>Rounds of this stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier rounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your coins per round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{player}
put in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You
received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You
earned</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Plain table, as in docs/data.md</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gächter, Mengel, Tsakas and Vostroknutov (2017)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dai and others, experiment 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dai and others, experiment 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dai and others, experiment 4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A CSV file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import groups that were played elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They count for iteration {iteration}: MODEL learns from them as from the groups of this lab.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is stored before you have seen what was found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is being read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables (*.csv);;All (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found {groups} complete groups with {decisions} decisions and {votes} votes. {left_out} incomplete groups are left out.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>IterationRow</name>
        <message>
            <source>Iterations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of at most {most}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Kiosk</name>
        <message>
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Player {letter}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n coin(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{amount} coins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KioskPage</name>
        <message>
            <source>Waiting for the others</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KioskWindow</name>
        <message>
            <source>HCMD Lab - Station {station}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KiosksPage</name>
        <message>
            <source>Kiosks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PIN to leave a kiosk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Networks to listen on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>any free port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;PIN to leave a kiosk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Listen on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>P&amp;ort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kiosks keep their port: change it only if you must.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all networks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this computer only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a PIN a kiosk can only be left by switching it off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A PIN has 4 to 12 digits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whoever knows it can leave a kiosk, with or without this computer.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Striped: into the fund. Filled: from the fund.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the fund</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LiveChoices</name>
        <message>
            <source>{name}, in every stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, stage 1 or 2 by group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, stage 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, stage 2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LivePanel</name>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hide the mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For as long as participants can see this screen: nothing then tells what the mechanism does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live plots</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The plots are being prepared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No session has been opened yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open one under Session. Every round that is paid then appears here at once: what was put into the fund, what was earned, and where it fell on the map of the mechanism.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group {number}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LiveWords</name>
        <message>
            <source>{coins} coins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage}, round {round}: the head earned {head}, the tails {tails} on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage}, round {round}: the head gave {head}, the tails {tails} on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tails receive {endowment}: head {head}, tails {tails} on average: the head receives {share} of the fund</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LogPane</name>
        <message>
            <source>Every choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log of the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Loop</name>
        <message>
            <source>{nats} nats</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Per decision; the best simple guess has {nats}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} of votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In simulation against {before} ({interval}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Advantage over {before}: {points} points of the votes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Against {baseline} ({interval}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session is running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is being computed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not yet: the first mechanism is not drawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not yet: needs {target} groups.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not yet: comes after MODEL.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not yet: comes after OPTIMIZE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in this turn: the loop went on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not yet: when CONVERGENCE says stop, or after turn {most}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{groups} of {target} groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LoopPicture</name>
        <message>
            <source>The loop of the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>still improves: another iteration</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LostBanner</name>
        <message>
            <source>The connection to the lab computer is lost. It is being restored by itself; nothing you confirmed is lost.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;Start {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Start the next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New study…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open study…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Close study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open or &amp;resume a session…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watch it in &amp;live plots</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pause training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;progress and results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the &amp;system has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L&amp;anguage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Documentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the &amp;log folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About HCMD Lab</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageVeil</name>
        <message>
            <source>I have read this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message from the experimenter</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Mirror</name>
        <message>
            <source>Choose a station to see its screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {name}, read-only</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModePage</name>
        <message>
            <source>What is the session for?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelView</name>
        <message>
            <source>Cross-entropy of contributions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Epoch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cross-entropy of votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Penalty of the vote model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The votes follow when the contributions are fitted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contributions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nats per decision; lower is better</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nats per vote, held out; lower is better</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Solid lines: groups the model has not seen. Dashed lines: groups it learns from. Grey lines: simple guesses that it has to beat.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fitted to {decisions} decisions and {votes} votes of {groups} groups; model size {size}, {epochs} epochs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}: predicted better than by any guess ({model} against {guess}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}: predicted no better than by a guess ({model} against {guess}).</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NavigationRail</name>
        <message>
            <source>Panels</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NewStudyDialog</name>
        <message>
            <source>New study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Create the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As in the &amp;paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The schedule of Table 1: weeks of sessions, training for hours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quick</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole loop with few groups: to try it, to teach, to test the lab.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An empty folder for the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the settings is not valid; it is marked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder for the study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder {folder} has something in it; choose another.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>News</name>
        <message>
            <source>A pilot session is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training: {share} done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Offer</name>
        <message>
            <source>A session is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training waits until it has ended, so that the session stays calm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} is being computed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first mechanism is being drawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A session that is opened meanwhile makes it pause; nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watch the training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume session {session}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was interrupted. Everyone goes on at their own screen with the time that was left. No other session is possible until it has ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study is complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at its figures, write the report, export the data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results and report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was paused and goes on where it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw the first mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is random; the first groups play it. Sessions are possible afterwards.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{purpose}. It runs in the background; sessions are possible afterwards.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{groups} of {target} groups have played in iteration {iteration}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MODEL is possible when all have played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{groups} of {target} groups have compared the mechanism.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>EVALUATE is possible when all have played. New people are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run a session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run a session…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OptimizeView</name>
        <message>
            <source>Update</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expected share of votes against the mechanism before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signal-to-noise ratio of the gradient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Votes against the mechanism before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gradient: signal to noise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who gets the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, as it was trained</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at update {update}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first maps are being drawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After {updates} updates the trained mechanism would win {share} of the modelled votes against the one before (95% interval {low} to {high}). {speed} on {device}; the gradient's signal-to-noise ratio ended at {noise}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Modelled people play and vote; the mechanism learns what they vote for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One update takes {ms} ms</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OutcomePage</name>
        <message>
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip the story, show the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You earned {reward} in this round and {total} so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You earned {reward} in this round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your total so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everyone has chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The coins go into the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fund grows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rule divides the fund</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>No study is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a study, or make a new one, to run a session.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session {code} is not finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Resume session {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{purpose}, opened {when}. {ended} of {groups} groups have ended. Every kiosk comes back to the page where it was, with the time that was left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No session is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New session</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Pace</name>
        <message>
            <source>about {seconds} seconds left</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>about %n minute(s) left</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n hour(s) left</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>PairingCard</name>
        <message>
            <source>Copy &amp;code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy comman&amp;d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show on pro&amp;jector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> (or {others})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lab computer: {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{here} of {needed} stations are here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Panels</name>
        <message>
            <source>Study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live plots</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PauseVeil</name>
        <message>
            <source>The clock stands still. You lose nothing, and it goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The experimenter has paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A short break</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to one of the computers is being restored.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PicturePage</name>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF for print (*.pdf);;SVG to edit (*.svg);;PNG for slides (*.png)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As large as the window allows (Ctrl+0)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save picture…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no picture yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PilotBand</name>
        <message>
            <source>PILOT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing that is played now counts for the study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PILOT – nothing in this session counts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Preflight</name>
        <message>
            <source>Study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other sessions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Power</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Firewall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study plays such a session now, in iteration {iteration}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No other session is unfinished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session {session} is not finished. Resume it, and end it there if need be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port {port} is free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Port {port} cannot be used on {address} ({cause}). End the program that uses it, perhaps another HCMD Lab, or choose another port or address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kiosks reach this computer at {addresses}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only stations on this computer can join. To let others join, connect a network and listen on all networks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{free_gb} GB are free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only {free_mb} MB are free. This session fits; make room soon.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only {free_mb} MB are free. Make room until {needed_mb} MB are free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is {now} here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer says {now}, but the last session was at {last}. Set the clock; times of day in the data would be wrong. Times within the session are not affected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is version {now}, as in the session before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is version {now}; the last session was played with version {last}. Note it for your report, and use the same version on all kiosks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is being computed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} is running. It pauses when the session opens and can go on later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer is plugged in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer runs on its battery. Plug it in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If Windows asks, allow HCMD Lab on private networks. If no kiosk connects, allow TCP port {port} in the firewall.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A free port will be taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kiosks reach this computer at {only}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stops the session</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PreflightPage</name>
        <message>
            <source>Is everything ready?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check a&amp;gain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{purpose}, {groups}, port {port}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>chosen by the system</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProblemDialog</name>
        <message>
            <source>This needs your attention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;OK</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Projector</name>
        <message>
            <source>Pairing code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairing code of this session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lab computer: {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press any key to close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RecentButton</name>
        <message>
            <source>This study cannot be read now.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Refusals</name>
        <message>
            <source>This could not be saved. Please try again, or raise your hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That was too quick. Please try once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Someone has begun at this place already. Please raise your hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All places are taken. Please tell the experimenter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You do not have a place yet. Please wait a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time for this was over. Please go on with what is shown now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your first choice is saved and stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not possible right now. Please try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session is over. Thank you.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RewardPlot</name>
        <message>
            <source>Your coins per round: {list}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoleKey</name>
        <message>
            <source>± 1 standard error over groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>each tail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key: head round marks, tails square marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tails, mean</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoundCard</name>
        <message>
            <source>Share of the endowment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unit of the contributions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contributions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contributions by round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rewards by round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coins earned per round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No round has been paid yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoundPlot</name>
        <message>
            <source>Stage {stage}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RoundTable</name>
        <message>
            <source>Fund: {coins}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fund: {coins} × {factor} = {grown}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coins at the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the fund</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the fund</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RulePicture</name>
        <message>
            <source>The fund is divided among the players</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fund</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Times and rules</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunningPage</name>
        <message>
            <source>Screen and &amp;log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is chosen: Go, Pause, Resume and Message are for everyone.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n station(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Chosen: {stations}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chosen: {stations}, group {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All stations are disconnected and the session's clock stands still. You can go on later with Resume; nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interrupt the session?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interrupt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every group that still plays ends now, with pay for its rounds so far. The session cannot be resumed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the session?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the session</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScreenPlayer</name>
        <message>
            <source>The session is over.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionControls</name>
        <message>
            <source>Controls of the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to &amp;another station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release pa&amp;iring…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Person and group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairing released: {stations}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moved from station {old} to station {new}; station {old} is locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one participant; another connected station must be free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionHeader</name>
        <message>
            <source>Show how stations join</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;ummary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;ession</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Interrupt the session…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;End the session…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{purpose} · session {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session time {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{complete} of {groups} groups complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>study: {groups} of {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairing code {code}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionWizard</name>
        <message>
            <source>Mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kiosks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SessionWords</name>
        <message>
            <source>Not checked in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits for the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reads introduction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits for others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reads outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reads vote’s result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Has finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended early</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group is void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Participants arrive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready to start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Introduction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fund is divided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Votes are counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vote’s result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acquire</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evaluate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pilot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People play with the newest mechanism; what they do enters the training.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New people compare the trained mechanism with the baseline and vote.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rehearsal: everything works as in earnest, and nothing of it counts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tail {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>H</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T{number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage}, round {round} of {rounds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage} · {round}/{rounds}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Setting</name>
        <message>
            <source>Auto</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Baseline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CPU threads for training; 0 takes one per core.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cpu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cuda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evaluation groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From which every random choice is drawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Games</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Games in a batch of OPTIMIZE, divided equally among the conditions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Games per condition of a vote share in simulation (the paper's 100 are the least).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups to acquire in each iteration; the length of the list limits the iterations.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iterations that are made in any case: with few groups CONVERGENCE may find the first advantage negligible only because people are not well known yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learning rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learning rate of OPTIMIZE (Adam).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least iterations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Liberal egalitarian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libertarian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Linear sizes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lstm sizes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Max epochs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mechanism to compare with in EVALUATE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most passes over the data in MODEL.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the study, for reports.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New groups that meet the trained mechanism and the baseline in EVALUATE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Participants</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Penalties (l2) of the vote model to choose among.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Policy width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Random 70/30 splits by group in MODEL's cross-validation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repetitions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sizes of its LSTM, one for each size of the input layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sizes of the contribution model's input layer to choose among.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Splits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strict egalitarian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Updates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Updates of OPTIMIZE in each iteration.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vote penalties</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the contribution model sees: full adds the previous payout and the others' mean fraction to what the paper names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where to train: auto takes cuda, then mps, then cpu.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who plays: people, or simulated participants. What is not of this kind never enters MODEL or EVALUATE, and everything made from simulated participants is labelled as such.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Width of the mechanism's graph network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>epochs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>games</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>iterations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>splits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>units</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>updates</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingField</name>
        <message>
            <source>{low} to {high} {unit}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingTexts</name>
        <message>
            <source>Introduction of a stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contribution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outcome of a round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When the time is up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When a station is lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lost for longer than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time to read that a stage begins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time to choose a contribution.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time to look at what a round has brought.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time to vote; who is late has no vote.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The contribution of a seat whose time is up or whose person has left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A group starts as soon as its four seats are taken, without your Go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens to the group by itself, without your doing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long a station may be gone before that happens.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the round before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing: I decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause the group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play on without the person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the group with pay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declare the group void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The seat repeats its contribution of the round before; in the first round of a stage it puts in half.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The seat keeps all of its coins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The seat puts in half of its coins, rounded down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The seat puts in all of its coins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The group goes on; each choice of the lost station is made when its time is up. You can pause, move the person or end the group.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The group stands still and goes on by itself when all of its stations are back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person is dropped for good, and the contribution chosen above is made for the seat until the end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The group ends for good; everyone is paid for the rounds played so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The group ends for good, and its data are marked as unusable.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsForm</name>
        <message>
            <source>0: no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Setup</name>
        <message>
            <source>The pairing code belongs to another lab computer. Compare the code and the address with what the lab computer shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last four characters of the pairing code are wrong. Each session has a new code: compare it with what the lab computer shows now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many wrong codes came from this computer. Wait a little, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session has no station of this name. Choose one of its names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This station is not paired with the session that runs now. Enter the pairing code that the lab computer shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another computer has this station's name. Choose another name, or let the experimenter release the station.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The experimenter has released this station. To use it again, enter the pairing code that the lab computer shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not the lab computer that the station was paired with. Check the address and this computer's date, or enter the pairing code that the lab computer shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lab computer runs another version of HCMD Lab. Install the same one on both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pairing could not be saved. Free some space on the disk, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two programs do not understand each other. Check that both are HCMD Lab.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session is over. Enter the pairing code of the next one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SetupForm</name>
        <message>
            <source>Connect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lab computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairing code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up this station</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The lab computer shows its address and the pairing code of the session.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the address as the lab computer shows it, like {example}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A station's name has letters from A to Z, digits, - and _, and nothing else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pairing code has 16 characters, like 7Q4M-X2KD-90AB-C3FT.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SetupPage</name>
        <message>
            <source>Change the settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Station {station} is connecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for the lab computer at {address}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It does not answer yet and is tried again all the time. Check that a session is open there, that the address is right, and that both computers are on the same network.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShareKey</name>
        <message>
            <source>Key: from blue, all to the tails, over white at {share} to amber, all to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All to the tails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All to the head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>equal share</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShareTable</name>
        <message>
            <source>Expected share of votes of each row's mechanism against each column's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>against {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{row} would win {share} of the votes against {column}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SorryPage</name>
        <message>
            <source>Please raise your hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer cannot show the next page. What you have confirmed is saved, and the experimenter can help you at once.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StageCard</name>
        <message>
            <source>Your coins per round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each player's coins per round, on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your choice</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StageIntroPage</name>
        <message>
            <source>I am ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In every round you decide how many of your {coins} go into the fund. You keep the others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fund grows by {percent}: {before} become {after}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rule divides the fund among all players. It stays the same for the whole stage.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage 3: the rule of stage {winner} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage {stage} begins</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>You play %n round(s) with the same people.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>You play %n round(s) with the same people. Another rule divides the fund.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>Your group has chosen. You play %n last round(s) with the same people.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Your coins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fund grows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rule divides it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StationGrid</name>
        <message>
            <source>Groups and stations</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Device: {device}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last saved at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session {code} has ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session {code}: {ended} of {groups} groups have ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} begins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step}: {share} done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StepCard</name>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>running</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StepTabs</name>
        <message>
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Has a result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is being computed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is the next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is not possible yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StepViews</name>
        <message>
            <source>Being computed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>Draws the first, random mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People play the newest mechanism</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learns how people contribute and vote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trains the mechanism to win votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asks whether it still improves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New people compare it with the baseline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first, random mechanism is not drawn yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {iteration}: {groups} of {target} groups have played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {iteration}: all groups have played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {iteration}: people are modelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {iteration}: the mechanism is trained.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{groups} of {target} groups have compared the mechanism with the baseline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The study is complete.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All groups have compared the mechanism with the baseline.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StudyActions</name>
        <message>
            <source>Open the folder of a study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the study?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the study</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit HCMD Lab?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the open study?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StudyPanel</name>
        <message>
            <source>Back to the &amp;present</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StudyTables</name>
        <message>
            <source>Acquire</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evaluate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pilot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>playing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ended early</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>simulated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tails receive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Took</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{nats} nats per contribution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} of votes expected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>converged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another iteration is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} of {votes} votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first mechanism drawn</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message>
            <source>Go on in the st&amp;udy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the &amp;stations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{purpose} session {code} is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Groups complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended early, with pay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made because the time was up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} ({share})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made for people who had left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TakeOverBar</name>
        <message>
            <source>A simulated person plays at this station.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You play at this station.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take over this seat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let the simulated person play on</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TopStrip</name>
        <message>
            <source>SIMULATED PEOPLE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulated participants play in this study.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Iteration {iteration} of at most {iterations}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Training</name>
        <message>
            <source>Held out, size {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit to all groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Epoch {epoch}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Best penalty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Penalty {penalty}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Equal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update {update}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first mechanism is random. It takes a moment, and sessions follow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fits two models to everything played so far: how people contribute and how they vote.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trains the mechanism by self-play, so that the modelled people vote for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compares all mechanisms so far and asks whether another iteration is worth it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counts the votes of new people for the mechanism against the baseline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cross-validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit to the votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Self-play</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every mechanism meets every other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counting of votes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>model size {size} of {sizes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total} updates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of at most {total} epochs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total} mechanisms played, {pairs} pairs compared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} has not been computed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is possible when the groups of this iteration have played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is possible when new groups have compared the trained mechanism.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is possible after {step}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} has no result in iteration {iteration}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrainingHeader</name>
        <message>
            <source>&amp;Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ca&amp;ncel…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saves what is done; it goes on later exactly where it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forgets what this step has done so far; it asks first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of the training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on {device}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrainingPanel</name>
        <message>
            <source>Iteration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Iteration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The plots are being prepared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No study is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel {step}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it has computed so far is deleted and cannot be brought back. The data and all earlier results stay. To go on later, pause it instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel {step}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>VotePage</name>
        <message>
            <source>Confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which stage would you like to play again?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>VoteResultPage</name>
        <message>
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{stage} is played again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In stage 3 the rule of {stage} divides the fund.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both stages got the same number of votes, so a coin was tossed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vote(s)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WaitingPage</name>
        <message>
            <source>Waiting for the others. It goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are checked in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please wait until everyone has taken a seat. It begins by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time for the vote is over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your vote is saved: {stage}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your choice is saved: {coins}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>&amp;New study…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open a study…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the &amp;demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent studies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HCMD Lab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups of four play the Public Investment Game at the lab's stations. The program learns how they play and vote, and trains the mechanism that they will meet next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The demo shows a whole study in a few minutes: simulated people play at four stations on this computer. It changes none of your studies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The demo is starting; its windows come up in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The demo could not be started; try it in a terminal with: hcmd-lab demo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WorkBar</name>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in &amp;folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
