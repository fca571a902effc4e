<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>HCMD Lab</name>
        <message>
            <source>no file can have this name</source>
            <translation>keine Datei kann so heißen</translation>
        </message>
        <message>
            <source>it is not a file</source>
            <translation>es ist keine Datei</translation>
        </message>
        <message>
            <source>it belongs to another user of this computer</source>
            <translation>die Datei gehört einem anderen Benutzer dieses Computers</translation>
        </message>
        <message>
            <source>it is a link to another folder</source>
            <translation>es ist eine Verknüpfung in einen anderen Ordner</translation>
        </message>
        <message>
            <source>it is larger than {most} MB, the most that is read</source>
            <translation>es ist größer als {most} MB, mehr wird nicht gelesen</translation>
        </message>
        <message>
            <source>The bundle {path} cannot be written ({reason}); {remedy}, or choose another folder.</source>
            <translation>Das Bündel {path} kann nicht geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The bundle {path}</source>
            <translation>Das Bündel {path}</translation>
        </message>
        <message>
            <source>The bundle {name} cannot be read ({error}); create it again.</source>
            <translation>Das Bündel {name} ist nicht zu verstehen ({error}); lassen Sie es neu erstellen.</translation>
        </message>
        <message>
            <source>The bundle {name} was made by a newer version of HCMD Lab; install that version to read it.</source>
            <translation>Das Bündel {name} stammt von einer neueren Version von HCMD Lab; installieren Sie diese Version, um es zu lesen.</translation>
        </message>
        <message>
            <source>{name} is not a study bundle; make one (Data, Export, A bundle for another lab, or: hcmd-lab bundle make STUDY FILE).</source>
            <translation>{name} ist kein Bündel einer Studie; legen Sie eines an (Daten, Exportieren, Bündel für ein anderes Labor, oder: hcmd-lab bundle make STUDY FILE).</translation>
        </message>
        <message>
            <source>The bundle {name} does not contain the files that it lists; create and send it again.</source>
            <translation>Das Bündel {name} enthält nicht die Dateien, die es aufzählt; lassen Sie es neu erstellen und senden.</translation>
        </message>
        <message>
            <source>The bundle {name} is damaged: its file {member} has changed since the bundle was made; create and send it again.</source>
            <translation>Das Bündel {name} ist beschädigt: Seine Datei {member} ist nicht die, die hineingelegt wurde; lassen Sie es neu erstellen und senden.</translation>
        </message>
        <message>
            <source>The bundle {name} declares more data than any study holds; create it again.</source>
            <translation>Das Bündel {name} gibt vor, größer als jede Studie zu sein.</translation>
        </message>
        <message>
            <source>The bundle {name} comes from a study with a different design and cannot be merged: {setting} is {there} there and {here} here. All settings that differ: {names}.</source>
            <translation>Das Bündel {name} stammt aus einer Studie mit anderem Aufbau und kann nicht zusammengeführt werden: {setting} ist dort {there} und hier {here}; insgesamt unterscheiden sich die beiden in: {names}.</translation>
        </message>
        <message>
            <source>The study of the bundle {name} has more iterations than this one, and groups of this study have already compared its last mechanism; make a study from the bundle, and go on there (File, New study from a bundle, or: hcmd-lab bundle start FILE STUDY).</source>
            <translation>Die Studie des Bündels {name} hat mehr Durchgänge als diese, und Gruppen dieser Studie haben ihren letzten Mechanismus schon verglichen; legen Sie aus dem Bündel eine Studie an, und machen Sie dort weiter (Datei, Neue Studie aus einem Bündel, oder: hcmd-lab bundle start FILE STUDY).</translation>
        </message>
        <message>
            <source>This study has more iterations than that of the bundle {name}, and groups there have already compared its last mechanism; send that lab a bundle of this study to make a study from, and to go on there.</source>
            <translation>Diese Studie hat mehr Durchgänge als die des Bündels {name}, und Gruppen dort haben deren letzten Mechanismus schon verglichen; senden Sie jenem Labor ein Bündel dieser Studie, um daraus eine Studie anzulegen und dort weiterzumachen.</translation>
        </message>
        <message>
            <source>The contrast of {mechanism} with {other} is planned for {there} groups in the study of the bundle {name} and for {here} here; plan the same number in both, before groups play it.</source>
            <translation>Der Vergleich von {mechanism} mit {other} ist in der Studie des Bündels {name} für {there} Gruppen geplant und hier für {here}; planen Sie in beiden dieselbe Zahl, bevor Gruppen ihn spielen.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} has no valid beginning; create the bundle again.</source>
            <translation>Sitzung {session} des Bündels {name} beginnt nicht wie eine Sitzung; lassen Sie das Bündel neu erstellen.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} was played with a different game from this study's.</source>
            <translation>Sitzung {session} des Bündels {name} hat ein anderes Spiel gespielt als diese Studie.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} used a mechanism that the bundle does not contain; create the bundle again.</source>
            <translation>Sitzung {session} des Bündels {name} hat einen Mechanismus gespielt, der nicht darin ist; lassen Sie das Bündel neu erstellen.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} cannot be replayed from its log ({why}); create the bundle again.</source>
            <translation>Sitzung {session} des Bündels {name} lässt sich aus ihrem Protokoll nicht nachspielen ({why}); lassen Sie das Bündel neu erstellen.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} has not ended; create the bundle again once it has.</source>
            <translation>Sitzung {session} des Bündels {name} ist nicht zu Ende; lassen Sie das Bündel danach neu erstellen.</translation>
        </message>
        <message>
            <source>Session {session} has not ended; end it first, so that the bundle contains all of it.</source>
            <translation>Sitzung {session} ist nicht zu Ende; beenden Sie sie zuerst, damit das Bündel alles von ihr enthält.</translation>
        </message>
        <message>
            <source>The checkpoints in {folder} cannot be read ({reason}); check its permissions and the disk.</source>
            <translation>Die Zwischenstände in {folder} können nicht gelesen werden ({reason}); prüfen Sie die Rechte und die Festplatte.</translation>
        </message>
        <message>
            <source>Session {session} of this study has not ended; end it before merging a bundle.</source>
            <translation>Sitzung {session} dieser Studie ist nicht zu Ende; beenden Sie sie, bevor ein Bündel zusammengeführt wird.</translation>
        </message>
        <message>
            <source>{step} of this study has started but not finished; finish or cancel it before merging a bundle.</source>
            <translation>{step} dieser Studie wurde begonnen und ist nicht zu Ende; schließen Sie es ab oder brechen Sie es ab, bevor ein Bündel zusammengeführt wird.</translation>
        </message>
        <message>
            <source>Session {session} is in both this study and the bundle {name}, but the two differ from event {number} onwards; one of them was changed, or one study is a copy of the other’s folder and drew the same session. Nothing was merged.</source>
            <translation>Sitzung {session} ist in dieser Studie und im Bündel {name}, aber ab Ereignis {number} unterscheiden sich beide; eine wurde verändert, oder eine der Studien ist eine Kopie des Ordners der anderen und hat dieselbe Sitzung gelost. Nichts wurde zusammengeführt.</translation>
        </message>
        <message>
            <source>The bundle {name} calls {mechanism} what this study calls {here}; give both the same name before groups play it, and send the bundle again.</source>
            <translation>Das Bündel {name} nennt {mechanism}, was in dieser Studie {here} heißt; geben Sie beiden denselben Namen, bevor Gruppen ihn spielen, und senden Sie das Bündel erneut.</translation>
        </message>
        <message>
            <source>The bundle {name} has a mechanism {mechanism} that is another one than that of this study; add it under another name, and send the bundle again.</source>
            <translation>Das Bündel {name} hat einen Mechanismus {mechanism}, der ein anderer ist als der dieser Studie; nehmen Sie ihn unter einem anderen Namen auf und senden Sie das Bündel noch einmal.</translation>
        </message>
        <message>
            <source>The file {file} was imported into both studies, here as session {here} and in the bundle {name} as session {there}; after a merge its groups would count twice.</source>
            <translation>Die Datei {file} wurde in beide Studien importiert, hier als Sitzung {here} und im Bündel {name} als Sitzung {there}; zusammengeführt zählten ihre Gruppen doppelt.</translation>
        </message>
        <message>
            <source>The bundle {name}: {fault}</source>
            <translation>Das Bündel {name}: {fault}</translation>
        </message>
        <message>
            <source>The checkpoint {path} cannot be written ({reason}); {remedy}, then merge again.</source>
            <translation>Der Zwischenstand {path} kann nicht geschrieben werden ({reason}); {remedy} und führen Sie dann noch einmal zusammen.</translation>
        </message>
        <message>
            <source>The bundle {name} lacks the mechanism of iteration {iteration}; create it again.</source>
            <translation>Dem Bündel {name} fehlt der Mechanismus von Durchgang {iteration}; lassen Sie es neu erstellen.</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration} was computed both in this study and in that of the bundle {name}, and the two results are not the same to the last digit; only one can be kept. Keep the study of one lab, and make the other lab’s anew from a bundle of it (File, New study from a bundle, or: hcmd-lab bundle start FILE STUDY).</source>
            <translation>{step} in Durchgang {iteration} wurde in dieser Studie und in der des Bündels {name} berechnet, und die Ergebnisse sind nicht bis auf die letzte Stelle gleich; nur eines kann bleiben. Behalten Sie die Studie eines Labors, und legen Sie die des anderen aus einem Bündel davon neu an (Datei, Neue Studie aus einem Bündel, oder: hcmd-lab bundle start FILE STUDY).</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration} was computed both in this study and in that of the bundle {name}, with different results; train in one lab and send its bundle to the others.</source>
            <translation>{step} in Durchgang {iteration} wurde in dieser Studie und in der des Bündels {name} berechnet, mit verschiedenen Ergebnissen; trainieren Sie an einem Ort und senden Sie dessen Bündel den anderen.</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration} in the bundle {name} cannot be read ({error}); create the bundle again with this version of HCMD Lab.</source>
            <translation>{step} in Durchgang {iteration} im Bündel {name} kann nicht gelesen werden ({error}); lassen Sie es mit dieser Version von HCMD Lab neu erstellen.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} belongs to the data for {step} of iteration {iteration}, which this study computed without it, when all planned groups had played; add groups to the comparison (Mechanisms, More groups, or: hcmd-lab study more-groups STUDY --groups NUMBER), then merge again.</source>
            <translation>Sitzung {session} des Bündels {name} gehört zu den Daten von {step} in Durchgang {iteration}, das diese Studie ohne sie berechnet hat, als alle geplanten Gruppen gespielt hatten; fügen Sie dem Vergleich Gruppen hinzu (Mechanismen, Weitere Gruppen, oder: hcmd-lab study more-groups STUDY --groups NUMBER), und führen Sie dann erneut zusammen.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} belongs to the data for {step} of iteration {iteration}, which this study computed without it; votes that have been counted get no more. Merge all data before they are counted.</source>
            <translation>Sitzung {session} des Bündels {name} gehört zu den Daten von {step} in Durchgang {iteration}, das diese Studie ohne sie berechnet hat; zu ausgezählten Stimmen kommen keine mehr. Führen Sie alle Daten zusammen, bevor ausgezählt wird.</translation>
        </message>
        <message>
            <source>Session {session} of the bundle {name} belongs to the data for {step} of iteration {iteration}, which this study computed without it; merge all data before training.</source>
            <translation>Sitzung {session} des Bündels {name} gehört zu den Daten von {step} in Durchgang {iteration}, das diese Studie ohne sie berechnet hat; führen Sie alle Daten vor dem Training zusammen.</translation>
        </message>
        <message>
            <source>Session {session} of this study belongs to the data for {step} of iteration {iteration}, which the study of the bundle {name} computed without it, when all planned groups had played; add groups to the comparison there (Mechanisms, More groups, or: hcmd-lab study more-groups STUDY --groups NUMBER), then make the bundle and merge it again.</source>
            <translation>Sitzung {session} dieser Studie gehört zu den Daten von {step} in Durchgang {iteration}, das die Studie des Bündels {name} ohne sie berechnet hat, als alle geplanten Gruppen gespielt hatten; fügen Sie dort dem Vergleich Gruppen hinzu (Mechanismen, Weitere Gruppen, oder: hcmd-lab study more-groups STUDY --groups NUMBER), legen Sie dann das Bündel neu an, und führen Sie es zusammen.</translation>
        </message>
        <message>
            <source>Session {session} of this study belongs to the data for {step} of iteration {iteration}, which the study of the bundle {name} computed without it; votes that have been counted get no more. Send that lab a bundle of this study before they are counted.</source>
            <translation>Sitzung {session} dieser Studie gehört zu den Daten von {step} in Durchgang {iteration}, das die Studie des Bündels {name} ohne sie berechnet hat; zu ausgezählten Stimmen kommen keine mehr. Senden Sie jenem Labor ein Bündel dieser Studie, bevor ausgezählt wird.</translation>
        </message>
        <message>
            <source>Session {session} of this study belongs to the data for {step} of iteration {iteration}, which the study of the bundle {name} computed without it; send that lab a bundle of this study before training.</source>
            <translation>Sitzung {session} dieser Studie gehört zu den Daten von {step} in Durchgang {iteration}, das im Bündel {name} ohne sie berechnet wurde; senden Sie vor dem Training ein Bündel dieser Studie dorthin.</translation>
        </message>
        <message>
            <source>The bundle {name} has no mechanism {wanted}; it has: {known}.</source>
            <translation>Das Bündel {name} hat keinen Mechanismus {wanted}; es hat: {known}.</translation>
        </message>
        <message>
            <source>The study of the bundle {name} has gone back to {step} of iteration {iteration} and this study has not; go back here too before merging (Training, Go back to a step, or: hcmd-lab study back STUDY --to {to} --iteration {iteration}).</source>
            <translation>Die Studie des Bündels {name} ist zu {step} von Durchgang {iteration} zurückgegangen und diese Studie nicht; gehen Sie vor dem Zusammenführen auch hier zurück (Training, Zu einem Schritt zurückgehen, oder: hcmd-lab study back STUDY --to {to} --iteration {iteration}).</translation>
        </message>
        <message>
            <source>This study has gone back to {step} of iteration {iteration} and that of the bundle {name} has not; let that lab go back too (Training, Go back to a step, or: hcmd-lab study back STUDY --to {to} --iteration {iteration}) and send its bundle again.</source>
            <translation>Diese Studie ist zu {step} von Durchgang {iteration} zurückgegangen und die des Bündels {name} nicht; lassen Sie auch jenes Labor zurückgehen (Training, Zu einem Schritt zurückgehen, oder: hcmd-lab study back STUDY --to {to} --iteration {iteration}) und sein Bündel neu senden.</translation>
        </message>
        <message>
            <source>There is no column {name}; the columns are: {columns}.</source>
            <translation>Es gibt keine Spalte {name}; die Spalten sind: {columns}.</translation>
        </message>
        <message>
            <source>--list only tells which backups there are; leave out --place and --own-place.</source>
            <translation>--list sagt nur, welche Sicherungen es gibt; lassen Sie --place und --own-place weg.</translation>
        </message>
        <message>
            <source>Choose --place or --own-place, not both.</source>
            <translation>Wählen Sie --place oder --own-place, nicht beides.</translation>
        </message>
        <message>
            <source>Choose one of --from, --checkpoints and --as-it-is.</source>
            <translation>Wählen Sie eines von --from, --checkpoints und --as-it-is.</translation>
        </message>
        <message numerus="yes">
            <source>Checkpoints brought back: {brought}. {n} checkpoint(s) (is|are) still missing or damaged, and no backup that was found holds (it|them); hcmd-lab study remake STUDY makes again what it can.</source>
            <translation>
                <numerusform>Zurückgeholte Checkpoints: {brought}. {n} Checkpoint fehlt noch oder ist beschädigt, und keine gefundene Sicherung hat ihn; hcmd-lab study remake STUDY macht neu, was sich neu machen lässt.</numerusform>
                <numerusform>Zurückgeholte Checkpoints: {brought}. {n} Checkpoints fehlen noch oder sind beschädigt, und keine gefundene Sicherung hat sie; hcmd-lab study remake STUDY macht neu, was sich neu machen lässt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to bring back: no checkpoint is missing or damaged.</source>
            <translation>Nichts zurückzuholen: Kein Checkpoint fehlt oder ist beschädigt.</translation>
        </message>
        <message numerus="yes">
            <source>{n} checkpoint(s) (was|were) brought back.</source>
            <translation>
                <numerusform>{n} Checkpoint wurde zurückgeholt.</numerusform>
                <numerusform>{n} Checkpoints wurden zurückgeholt.</numerusform>
            </translation>
        </message>
        <message>
            <source>{log} is no number of a log; one looks like {example}.</source>
            <translation>{log} ist keine Nummer eines Protokolls; eine sieht aus wie {example}.</translation>
        </message>
        <message>
            <source>The figures cannot be written to {path} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Zahlen können nicht nach {path} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The control window ended with code {code}; its output is above.</source>
            <translation>Das Steuerfenster wurde mit Code {code} beendet; seine Meldung steht oben.</translation>
        </message>
        <message>
            <source>A station of the demo could not be kept running: {problem} Run the demo again; it goes on where it was.</source>
            <translation>Ein Platz der Vorführung ließ sich nicht in Gang halten: {problem} Starten Sie die Vorführung noch einmal; sie geht dort weiter, wo sie war.</translation>
        </message>
        <message>
            <source>The session ended without a complete group; run the demo again.</source>
            <translation>Die Sitzung endete ohne vollständige Gruppe; starten Sie die Demo noch einmal.</translation>
        </message>
        <message>
            <source>An argument is empty, as where a variable is not set; name the file, folder or other thing that is meant.</source>
            <translation>Ein Argument ist leer, wie wo eine Variable nicht gesetzt ist; nennen Sie die Datei, den Ordner oder was sonst gemeint ist.</translation>
        </message>
        <message>
            <source>A reason belongs to a finding; name it with --pass-over.</source>
            <translation>Eine Begründung gehört zu einem Befund; nennen Sie ihn mit --pass-over.</translation>
        </message>
        <message>
            <source>{step} is no step of a study; give --to a step like optimize.</source>
            <translation>{step} ist kein Schritt einer Studie; geben Sie --to einen Schritt wie optimize.</translation>
        </message>
        <message>
            <source>Nothing was done; give the reason with --reason.</source>
            <translation>Nichts wurde getan; nennen Sie den Grund mit --reason.</translation>
        </message>
        <message>
            <source>Nothing was done: the reason is empty; give one with --reason.</source>
            <translation>Nichts wurde getan: Der Grund ist leer; nennen Sie einen mit --reason.</translation>
        </message>
        <message>
            <source>Nothing was done; add --yes to do it without being asked.</source>
            <translation>Nichts wurde getan; mit --yes geschieht es ohne Rückfrage.</translation>
        </message>
        <message>
            <source>Nothing was done.</source>
            <translation>Nichts wurde getan.</translation>
        </message>
        <message>
            <source>No wake signal was sent, because no station is paired with this computer.</source>
            <translation>Es wurde kein Wecksignal gesendet, weil mit diesem Rechner kein Platz gekoppelt ist.</translation>
        </message>
        <message>
            <source>No computer is paired as station {station}; the paired stations are: {stations}.</source>
            <translation>Kein Rechner ist als Platz {station} gekoppelt; gekoppelt sind: {stations}.</translation>
        </message>
        <message>
            <source>{step} has a result already. To take it anew, with the data as they are now, give --again; the earlier result is kept. {status}</source>
            <translation>{step} hat schon ein Ergebnis. Um den Schritt mit den jetzigen Daten neu zu machen, geben Sie --again an; das frühere Ergebnis bleibt erhalten. {status}</translation>
        </message>
        <message>
            <source>{step} has no result yet that could be taken again; leave --again out.</source>
            <translation>{step} hat noch kein Ergebnis, das wiederholt werden könnte; lassen Sie --again weg.</translation>
        </message>
        <message>
            <source>{step} cannot be taken again, because something rests on its result: {what} Going back to it (hcmd-lab study back STUDY --to {name}) sets all of that aside.</source>
            <translation>{step} kann nicht noch einmal ausgeführt werden, denn auf dem Ergebnis beruht etwas: {what} Dorthin zurückzugehen (hcmd-lab study back STUDY --to {name}) legt all das beiseite.</translation>
        </message>
        <message>
            <source>{path} cannot be used ({reason}); check the path and its permissions.</source>
            <translation>{path} kann nicht verwendet werden ({reason}); prüfen Sie den Pfad und seine Berechtigungen.</translation>
        </message>
        <message>
            <source>{said}</source>
            <translation>{said}</translation>
        </message>
        <message>
            <source>{argument} has bytes that are no text in the encoding of this system; rename the file or folder.</source>
            <translation>{argument} enthält Bytes, die in der Kodierung dieses Systems kein Text sind; benennen Sie die Datei oder den Ordner um.</translation>
        </message>
        <message>
            <source>A study has its own game; give --set without a study.</source>
            <translation>Eine Studie hat ihr eigenes Spiel; geben Sie --set ohne Studie an.</translation>
        </message>
        <message>
            <source>{file} is there already, and may have been changed by hand; choose another name, or delete it first.</source>
            <translation>{file} ist schon da und kann von Hand geändert sein; wählen Sie einen anderen Namen, oder löschen Sie die Datei zuerst.</translation>
        </message>
        <message>
            <source>The result cannot be told: the standard output is closed; leave it open, or send it to a file.</source>
            <translation>Das Ergebnis lässt sich nicht ausgeben: Die Standardausgabe ist geschlossen; lassen Sie sie offen oder leiten Sie sie in eine Datei.</translation>
        </message>
        <message>
            <source>The result cannot be written to standard output ({reason}); send it elsewhere.</source>
            <translation>Das Ergebnis kann nicht in die Standardausgabe geschrieben werden ({reason}); leiten Sie es anderswohin.</translation>
        </message>
        <message>
            <source>{change} is not a change to a setting; write it as name=value.</source>
            <translation>{change} ändert keine Einstellung; schreiben Sie es als name=wert.</translation>
        </message>
        <message>
            <source>The settings file {path}</source>
            <translation>Die Einstellungsdatei {path}</translation>
        </message>
        <message>
            <source>There is no licence {licence} here; choose one of {known}.</source>
            <translation>Eine Lizenz {licence} gibt es hier nicht; wählen Sie eine von {known}.</translation>
        </message>
        <message>
            <source>{file} is there already, and its codes may have been handed out; choose another name, or delete it first.</source>
            <translation>{file} ist schon da, und seine Codes können ausgegeben sein; wählen Sie einen anderen Namen, oder löschen Sie die Datei zuerst.</translation>
        </message>
        <message numerus="yes">
            <source>{n} code(s)</source>
            <translation>
                <numerusform>{n} Code</numerusform>
                <numerusform>{n} Codes</numerusform>
            </translation>
        </message>
        <message>
            <source>{argument} begins with a dash, as documents write it, and not with a hyphen; type {option}, or ./{argument} where a file has that name.</source>
            <translation>{argument} beginnt mit einem Gedankenstrich, wie Dokumente ihn schreiben, und nicht mit einem Bindestrich; geben Sie {option} ein, oder ./{argument}, wo eine Datei so heißt.</translation>
        </message>
        <message>
            <source>{participants} cannot be noted as paid and as not paid at once; leave one of the two out.</source>
            <translation>{participants} kann nicht zugleich als bezahlt und als nicht bezahlt vermerkt werden; lassen Sie eines von beiden weg.</translation>
        </message>
        <message>
            <source>A reason belongs to a payment that is changed; name it with --adjust.</source>
            <translation>Ein Grund gehört zu einer Zahlung, die geändert wird; nennen Sie sie mit --adjust.</translation>
        </message>
        <message numerus="yes">
            <source>{n} amount(s) may still change.</source>
            <translation>
                <numerusform>{n} Betrag kann sich noch ändern.</numerusform>
                <numerusform>{n} Beträge können sich noch ändern.</numerusform>
            </translation>
        </message>
        <message>
            <source>{change} is more than is ever paid; at most {most} can be set.</source>
            <translation>{change} ist mehr, als je ausgezahlt wird; höchstens {most} kann festgelegt werden.</translation>
        </message>
        <message>
            <source>{change} is not a payment; write the participant's code and an amount in whole cents, as in k7qx2m4p=12.50.</source>
            <translation>{change} ist keine Bezahlung; schreiben Sie den Code der Person und einen Betrag in ganzen Cent, etwa k7qx2m4p=12.50.</translation>
        </message>
        <message>
            <source>--every-people takes shares and correlations from the votes of simulated people; give neither a study nor --share, --correlation or --people with it.</source>
            <translation>--every-people nimmt Anteile und Korrelationen aus den Stimmen simulierter Personen; geben Sie dazu weder eine Studie noch --share, --correlation oder --people an.</translation>
        </message>
        <message>
            <source>--people takes the correlation from the votes of simulated people; give neither a study nor --correlation with it.</source>
            <translation>--people nimmt die Korrelation aus den Stimmen simulierter Personen; geben Sie dazu weder eine Studie noch --correlation an.</translation>
        </message>
        <message>
            <source>A vote share of {share} is not tried; give --share a number between 0 and 1 that is at least {closest} from one half, such as 0.543.</source>
            <translation>Ein Stimmenanteil von {share} wird nicht versucht; geben Sie mit --share eine Zahl zwischen 0 und 1 an, die mindestens {closest} von ein halb entfernt ist, etwa 0.543.</translation>
        </message>
        <message>
            <source>A power of {chance} is not possible; give --power a number above 0.05 and below 1, such as 0.8.</source>
            <translation>Eine Wahrscheinlichkeit von {chance} ergibt keinen Plan; geben Sie mit --power eine Zahl über 0.05 und unter 1 an, etwa 0.8.</translation>
        </message>
        <message>
            <source>A correlation of {correlation} is not possible here; give --correlation a number of at least 0 and below 1, such as 0.1.</source>
            <translation>Eine Korrelation von {correlation} ist hier nicht möglich; geben Sie mit --correlation eine Zahl von 0 bis unter 1 an, etwa 0.1.</translation>
        </message>
        <message>
            <source>The study {study} has votes from {groups} whose mechanisms are known, and {least} are needed to estimate the correlation within groups; give --correlation instead.</source>
            <translation>Die Studie {study} hat Stimmen von {groups}, deren Mechanismen bekannt sind; um zu wissen, wie ähnlich die Stimmen einer Gruppe sind, braucht es {least}. Geben Sie stattdessen --correlation an.</translation>
        </message>
        <message>
            <source>The study {study} has votes from {groups}, and {least} are needed to estimate the correlation within groups; give --correlation instead.</source>
            <translation>Die Studie {study} hat Stimmen von {groups}; um zu wissen, wie ähnlich die Stimmen einer Gruppe sind, braucht es {least}. Geben Sie stattdessen --correlation an.</translation>
        </message>
        <message>
            <source>The votes of the study {study} do not tell how alike those of one group are; give --correlation instead.</source>
            <translation>Die Stimmen der Studie {study} sagen nicht, wie ähnlich die einer Gruppe sind; geben Sie stattdessen --correlation an.</translation>
        </message>
        <message>
            <source>Session {session} has no participant {participant}; the codes are in participants.csv of the export and on the receipts.</source>
            <translation>Sitzung {session} hat keine Person {participant}; die Codes stehen in participants.csv des Exports und auf den Quittungen.</translation>
        </message>
        <message>
            <source>Participant {participant} has already been withdrawn.</source>
            <translation>Person {participant} ist schon zurückgetreten.</translation>
        </message>
        <message numerus="yes">
            <source>{n} name(s)</source>
            <translation>
                <numerusform>{n} Name</numerusform>
                <numerusform>{n} Namen</numerusform>
            </translation>
        </message>
        <message>
            <source>The study has no session {session}; its sessions are: {sessions}.</source>
            <translation>Die Studie hat keine Sitzung {session}; es gibt: {sessions}.</translation>
        </message>
        <message>
            <source>--workers sets the number of processes on this computer, and --scheduler names a cluster with its own workers; give only one of them.</source>
            <translation>--workers zählt Prozesse dieses Rechners, und --scheduler nennt einen Cluster mit eigenen Workern; lassen Sie eines von beiden weg.</translation>
        </message>
        <message numerus="yes">
            <source>Stopped and saved with {done} of {n} replication(s) finished; the same command continues with the rest.</source>
            <translation>
                <numerusform>Angehalten und gespeichert. Fertig: {done} von {n} Wiederholung; derselbe Befehl macht mit den anderen weiter.</numerusform>
                <numerusform>Angehalten und gespeichert. Fertig: {done} von {n} Wiederholungen; derselbe Befehl macht mit den anderen weiter.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} word(s)</source>
            <translation>
                <numerusform>{n} Wort</numerusform>
                <numerusform>{n} Wörter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} page(s) of instructions</source>
            <translation>
                <numerusform>{n} Seite Anleitung</numerusform>
                <numerusform>{n} Seiten Anleitung</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} control question(s)</source>
            <translation>
                <numerusform>{n} Kontrollfrage</numerusform>
                <numerusform>{n} Kontrollfragen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} item(s) in the questionnaire</source>
            <translation>
                <numerusform>{n} Frage im Fragebogen</numerusform>
                <numerusform>{n} Fragen im Fragebogen</numerusform>
            </translation>
        </message>
        <message>
            <source>There are no texts in {language}, only in: {languages}.</source>
            <translation>Es gibt keine Texte in {language}, nur in: {languages}.</translation>
        </message>
        <message>
            <source>{file} has no PIN; write 4 to 12 digits into it.</source>
            <translation>In {file} steht keine PIN; schreiben Sie 4 bis 12 Ziffern hinein.</translation>
        </message>
        <message>
            <source>The study has no unfinished session; leave out --resume and --abandon.</source>
            <translation>Die Studie hat keine unbeendete Sitzung; lassen Sie --resume und --abandon weg.</translation>
        </message>
        <message>
            <source>Session {session}, opened on {day}, has not ended; continue it with --resume, or end it and pay for the rounds played so far with --abandon.</source>
            <translation>Sitzung {session}, geöffnet am {day}, ist nicht zu Ende; setzen Sie sie mit --resume fort, wo sie war, oder beenden Sie sie mit --abandon und zahlen bis dahin aus.</translation>
        </message>
        <message>
            <source>An unfinished session keeps its purpose, groups, settings and participant list; leave out {option}.</source>
            <translation>Eine Sitzung, die noch nicht zu Ende ist, behält Zweck, Gruppen, Einstellungen und Teilnehmerliste; lassen Sie {option} weg.</translation>
        </message>
        <message>
            <source>With the setting {setting}, participants wait for the experimenter, whom this command cannot ask; host the session in the control window, with hcmd-lab open, or change the setting.</source>
            <translation>Mit der Einstellung {setting} warten Teilnehmende auf die Versuchsleitung, die dieser Befehl nicht fragen kann; führen Sie die Sitzung im Fenster durch, mit hcmd-lab open, oder ändern Sie die Einstellung.</translation>
        </message>
        <message>
            <source>A session's purpose is acquire, evaluate or pilot, not {purpose}.</source>
            <translation>Der Zweck einer Sitzung ist acquire, evaluate oder pilot, nicht {purpose}.</translation>
        </message>
        <message>
            <source>What happens in the session cannot be told on standard output any more ({reason}). The session goes on.</source>
            <translation>Was in der Sitzung geschieht, kann auf der Standardausgabe nicht mehr gesagt werden ({reason}). Die Sitzung geht weiter.</translation>
        </message>
        <message>
            <source>What the session has come to cannot be told on standard output ({reason}). It is saved.</source>
            <translation>Was aus der Sitzung geworden ist, kann auf der Standardausgabe nicht gesagt werden ({reason}). Es ist gespeichert.</translation>
        </message>
        <message numerus="yes">
            <source>Session {session}: {ended} of {n} group(s) ended.</source>
            <translation>
                <numerusform>Sitzung {session}: {ended} von {n} Gruppe fertig.</numerusform>
                <numerusform>Sitzung {session}: {ended} von {n} Gruppen fertig.</numerusform>
            </translation>
        </message>
        <message>
            <source>A preset is of a study's settings; leave out --preset, or --session and --markdown.</source>
            <translation>Eine Voreinstellung gehört zu den Einstellungen einer Studie; lassen Sie --preset weg, oder --session und --markdown.</translation>
        </message>
        <message>
            <source>{folder} is a study of people, where simulated participants would not count; choose another folder.</source>
            <translation>{folder} ist eine Studie mit Menschen, in der simulierte Personen nicht zählen würden; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{setting} is {kept} in the study {folder}, and not {wanted}; leave out what does not agree with the study to continue it, or choose another folder.</source>
            <translation>{setting} ist in der Studie {folder} {kept} und nicht {wanted}; lassen Sie weg, was nicht zur Studie passt, um sie fortzusetzen, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{file} is there already and is {kind}; choose another name, or delete it first.</source>
            <translation>{file} ist schon da und {kind}; wählen Sie einen anderen Namen, oder löschen Sie die Datei zuerst.</translation>
        </message>
        <message>
            <source>no PDF</source>
            <translation>kein PDF</translation>
        </message>
        <message>
            <source>no packed file</source>
            <translation>keine gepackte Datei</translation>
        </message>
        <message>
            <source>no text</source>
            <translation>kein Text</translation>
        </message>
        <message>
            <source>The training data cannot be written to {path} ({reason}); {remedy}, then try again.</source>
            <translation>Die Trainingsdaten können nicht nach {path} geschrieben werden ({reason}); {remedy} und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>The training data in {path} cannot be read ({reason}); export them from the study again.</source>
            <translation>Die Trainingsdaten in {path} können nicht gelesen werden ({reason}); exportieren Sie sie noch einmal aus der Studie.</translation>
        </message>
        <message>
            <source>Line {number} of {path} is incomplete; export the data from the study again.</source>
            <translation>Zeile {number} von {path} ist abgeschnitten; exportieren Sie die Daten noch einmal aus der Studie.</translation>
        </message>
        <message>
            <source>Line {number} of {path} is not a played group ({error}); export the data from the study again.</source>
            <translation>Zeile {number} von {path} ist keine gespielte Gruppe ({error}); exportieren Sie die Daten noch einmal aus der Studie.</translation>
        </message>
        <message>
            <source>Line {number} of {path}: the tables of stage {stage} of group {group} differ in their rounds or seats; export the data again.</source>
            <translation>Zeile {number} von {path}: Die Tabellen von Abschnitt {stage} der Gruppe {group} unterscheiden sich in ihren Runden oder Sitzen; exportieren Sie die Daten noch einmal.</translation>
        </message>
        <message>
            <source>it is a replication package, which others may have by now, and is not changed by itself.</source>
            <translation>es ist ein Replikationspaket, das andere schon haben können, und wird nicht von selbst geändert.</translation>
        </message>
        <message>
            <source>The export {folder} was made again, without whoever has withdrawn.</source>
            <translation>Der Export {folder} wurde neu gemacht, ohne die Daten der Zurückgetretenen.</translation>
        </message>
        <message>
            <source>Whether the folder {folder} holds data of somebody who has withdrawn cannot be told: {reason} Delete it, or write into it again.</source>
            <translation>Ob der Ordner {folder} Daten von jemandem enthält, der zurückgetreten ist, lässt sich nicht sagen: {reason} Löschen Sie ihn, oder schreiben Sie ihn neu.</translation>
        </message>
        <message>
            <source>The folder {folder} still holds data of somebody who has withdrawn: {reason} Delete it, or write into it again.</source>
            <translation>Der Ordner {folder} enthält noch Daten von jemandem, der zurückgetreten ist: {reason} Löschen Sie ihn, oder schreiben Sie ihn neu.</translation>
        </message>
        <message>
            <source>Copies of exports elsewhere and bundles are not known to the study, and backups are not changed; delete what still holds data of somebody who has withdrawn.</source>
            <translation>Kopien von Exporten an anderen Orten und Bündel kennt die Studie nicht, und Sicherungen werden nicht verändert; löschen Sie, was noch Daten von jemandem enthält, der zurückgetreten ist.</translation>
        </message>
        <message>
            <source>It has no labels, messages, notes and reasons. Answers to open questions are in it as they were written, if there are any: read them before you pass it on.</source>
            <translation>Kennungen, Nachrichten, Notizen und Gründe sind nicht darin. Antworten auf offene Fragen sind darin, wie sie geschrieben wurden, falls es welche gibt: Lesen Sie sie, bevor Sie die Daten weitergeben.</translation>
        </message>
        <message>
            <source>How much does behaviour change?</source>
            <translation>Wie sehr ändert sich das Verhalten?</translation>
        </message>
        <message>
            <source>Cross-entropy of each row's models on each column's people, against models fitted to them; right of the line, people are new</source>
            <translation>Überraschung der Modelle einer Zeile über die Menschen einer Spalte, verglichen mit Modellen, die sie kennen; rechts der Linie sind sie neu</translation>
        </message>
        <message>
            <source>Contributions</source>
            <translation>Beiträge</translation>
        </message>
        <message>
            <source>Votes</source>
            <translation>Stimmen</translation>
        </message>
        <message>
            <source>people of iteration</source>
            <translation>Menschen des Durchgangs</translation>
        </message>
        <message>
            <source>models after iteration</source>
            <translation>Modelle nach Durchgang</translation>
        </message>
        <message>
            <source>The cards cannot be written to {path} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Karten können nicht nach {path} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Participant cards</source>
            <translation>Karten für Teilnehmende</translation>
        </message>
        <message>
            <source>Your label. Enter it at your computer, and keep this card.</source>
            <translation>Ihre Kennung. Geben Sie sie an Ihrem Platz ein und behalten Sie sie.</translation>
        </message>
        <message>
            <source>Groups, where expected</source>
            <translation>Gruppen, wo erwartet</translation>
        </message>
        <message>
            <source>Groups, elsewhere</source>
            <translation>Gruppen, anderswo</translation>
        </message>
        <message>
            <source>Observed</source>
            <translation>Beobachtet</translation>
        </message>
        <message>
            <source>Contributions in the comparison</source>
            <translation>Was im Vergleich beigetragen wurde</translation>
        </message>
        <message>
            <source>Mean share of the endowment contributed in each round</source>
            <translation>Mittlerer beigetragener Anteil der Ausstattung in jeder Runde</translation>
        </message>
        <message>
            <source>Mean share of the endowment contributed in each round, by tail endowment</source>
            <translation>Mittlerer beigetragener Anteil der Ausstattung in jeder Runde, nach dem, was die Übrigen erhalten</translation>
        </message>
        <message>
            <source>Everyone, {mechanism}</source>
            <translation>Alle, {mechanism}</translation>
        </message>
        <message>
            <source>Head, {mechanism}</source>
            <translation>Kopf, {mechanism}</translation>
        </message>
        <message>
            <source>Tails, {mechanism}</source>
            <translation>Übrige, {mechanism}</translation>
        </message>
        <message>
            <source>Share of endowment</source>
            <translation>Anteil der Ausstattung</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Runde</translation>
        </message>
        <message>
            <source>Contributions in each iteration</source>
            <translation>Beiträge in jedem Durchgang</translation>
        </message>
        <message>
            <source>Mean share of the endowment contributed in each round, over all tail endowments</source>
            <translation>Mittlerer beigetragener Anteil der Ausstattung in jeder Runde, alle Ausstattungen der Übrigen zusammen</translation>
        </message>
        <message>
            <source>± 1 standard error over groups</source>
            <translation>± 1 Standardfehler über Gruppen</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>Tails</source>
            <translation>Übrige</translation>
        </message>
        <message>
            <source>Stage {stage}</source>
            <translation>Abschnitt {stage}</translation>
        </message>
        <message>
            <source>Round of each stage</source>
            <translation>Runde jedes Abschnitts</translation>
        </message>
        <message>
            <source>Uniform</source>
            <translation>Gleichverteilung</translation>
        </message>
        <message>
            <source>Marginal per endowment</source>
            <translation>Häufigkeit je Ausstattung</translation>
        </message>
        <message>
            <source>Repeat the last choice</source>
            <translation>Letzte Wahl wiederholt</translation>
        </message>
        <message>
            <source>Coin toss (ln 2)</source>
            <translation>Münzwurf (ln 2)</translation>
        </message>
        <message>
            <source>How well people are predicted</source>
            <translation>Wie gut Menschen vorhergesagt werden</translation>
        </message>
        <message>
            <source>Cross-entropy in nats; lower is better, grey lines are simple rules to beat</source>
            <translation>Kreuzentropie in Nats; niedriger ist besser, graue Linien sind einfache Regeln, die zu schlagen sind</translation>
        </message>
        <message>
            <source>{what}, iteration {iteration}: {name} {nats}</source>
            <translation>{what}, Durchgang {iteration}: {name} {nats}</translation>
        </message>
        <message>
            <source>Nats per decision</source>
            <translation>Nats je Entscheidung</translation>
        </message>
        <message>
            <source>Nats per vote</source>
            <translation>Nats je Stimme</translation>
        </message>
        <message>
            <source>Iteration</source>
            <translation>Durchgang</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Model, on groups it has not seen</source>
            <translation>Modell, bei Gruppen, die es nicht gesehen hat</translation>
        </message>
        <message>
            <source>Model, on the groups it was fitted to</source>
            <translation>Modell, bei den Gruppen, an die es angepasst wurde</translation>
        </message>
        <message>
            <source>Each tail has</source>
            <translation>Übrige haben je</translation>
        </message>
        <message>
            <source>Simulated participants</source>
            <translation>Simulierte Personen</translation>
        </message>
        <message>
            <source>Who gets the fund</source>
            <translation>Wer den Fonds bekommt</translation>
        </message>
        <message>
            <source>Head (coins)</source>
            <translation>Kopf (Münzen)</translation>
        </message>
        <message>
            <source>Seat 1 (coins)</source>
            <translation>Sitz 1 (Münzen)</translation>
        </message>
        <message>
            <source>Tails on average (coins)</source>
            <translation>Übrige im Mittel (Münzen)</translation>
        </message>
        <message>
            <source>The other seats on average (coins)</source>
            <translation>Die anderen Sitze im Mittel (Münzen)</translation>
        </message>
        <message numerus="yes">
            <source>Hatched: when the mechanism was trained, the situation of at least one seat there had been seen fewer than {n} time(s). Data do not determine what it does there.</source>
            <translation>
                <numerusform>Schraffiert: Als der Mechanismus trainiert wurde, war die Lage mindestens eines Sitzes dort noch nie gesehen worden. Was er dort tut, bestimmen keine Daten.</numerusform>
                <numerusform>Schraffiert: Als der Mechanismus trainiert wurde, war die Lage mindestens eines Sitzes dort weniger als {n}-mal gesehen worden. Was er dort tut, bestimmen keine Daten.</numerusform>
            </translation>
        </message>
        <message>
            <source>about {coins}</source>
            <translation>etwa {coins}</translation>
        </message>
        <message>
            <source>{condition}. If the head gives {head} and the tails give {tails} on average, the head receives {share} of the fund</source>
            <translation>{condition}. Gibt der Kopf {head} und geben die Übrigen im Mittel {tails}, erhält der Kopf {share} des Fonds</translation>
        </message>
        <message>
            <source>{condition}. If seat 1 gives {head} and the others give {tails} on average, seat 1 receives {share} of the fund</source>
            <translation>{condition}. Gibt Sitz 1 {head} und geben die anderen im Mittel {tails}, erhält Sitz 1 {share} des Fonds</translation>
        </message>
        <message>
            <source>Key: from blue, all to the other seats, over white at {share} to amber, all to seat 1</source>
            <translation>Legende: von Blau, alles an die anderen Sitze, über Weiß bei {share} bis Bernstein, alles an Sitz 1</translation>
        </message>
        <message>
            <source>Key: from blue, all to the tails, over white at {share} to amber, all to the head</source>
            <translation>Legende: von Blau, alles an die Übrigen, über Weiß bei {share} bis Bernstein, alles an den Kopf</translation>
        </message>
        <message>
            <source>All to the tails</source>
            <translation>Alles an die Übrigen</translation>
        </message>
        <message>
            <source>All to the head</source>
            <translation>Alles an den Kopf</translation>
        </message>
        <message>
            <source>All to the other seats</source>
            <translation>Alles an die anderen</translation>
        </message>
        <message>
            <source>All to seat 1</source>
            <translation>Alles an Sitz 1</translation>
        </message>
        <message>
            <source>{share} equal share</source>
            <translation>{share} gleicher Anteil</translation>
        </message>
        <message>
            <source>Share of the fund that each mechanism gives seat 1, by contributions</source>
            <translation>Anteil des Fonds, den jeder Mechanismus Sitz 1 gibt, nach den Beiträgen</translation>
        </message>
        <message>
            <source>Share of the fund that each mechanism gives to the head, by contributions</source>
            <translation>Anteil des Fonds, den jeder Mechanismus dem Kopf gibt, nach den Beiträgen</translation>
        </message>
        <message>
            <source>Where contributing pays</source>
            <translation>Wo sich Geben lohnt</translation>
        </message>
        <message>
            <source>Coins that {mechanism} returns to a seat for one more coin, other contributions unchanged</source>
            <translation>Münzen, die {mechanism} einem Sitz für eine weitere Münze zurückgibt, wenn die anderen gleich bleiben</translation>
        </message>
        <message>
            <source>A tail</source>
            <translation>Einer der Übrigen</translation>
        </message>
        <message>
            <source>Seat 1</source>
            <translation>Sitz 1</translation>
        </message>
        <message>
            <source>Another seat</source>
            <translation>Ein anderer Sitz</translation>
        </message>
        <message>
            <source>Contributing the coin pays</source>
            <translation>Die Münze zu geben lohnt sich</translation>
        </message>
        <message>
            <source>Coins returned</source>
            <translation>Zurückerhaltene Münzen</translation>
        </message>
        <message>
            <source>Own contribution (share of the endowment)</source>
            <translation>Eigener Beitrag (Anteil der Ausstattung)</translation>
        </message>
        <message>
            <source>Best to give</source>
            <translation>Am besten</translation>
        </message>
        <message>
            <source>{best} of {endowment}</source>
            <translation>{best} von {endowment}</translation>
        </message>
        <message>
            <source>Gain of the least-served seats</source>
            <translation>Wem es am schlechtesten geht</translation>
        </message>
        <message>
            <source>Coins per round over keeping all; lines to the 10th percentile</source>
            <translation>Münzen je Runde mehr als behalten; Linien bis 10. Perzentil</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle Gruppen</translation>
        </message>
        <message>
            <source>{mean} coins (10th percentile {tenth})</source>
            <translation>{mean} Münzen (10. Perzentil {tenth})</translation>
        </message>
        <message>
            <source>Does training still improve the mechanism?</source>
            <translation>Verbessert das Training den Mechanismus noch?</translation>
        </message>
        <message>
            <source>Expected share of votes of each row's checkpoint against each column's, with its 95% interval</source>
            <translation>Erwarteter Stimmenanteil des Stands jeder Zeile gegen den jeder Spalte, mit seinem 95-%-Intervall</translation>
        </message>
        <message>
            <source>{share} equal</source>
            <translation>{share} gleich</translation>
        </message>
        <message>
            <source>Nash mixture</source>
            <translation>Nash-Mischung</translation>
        </message>
        <message>
            <source>α-rank</source>
            <translation>α-Rank</translation>
        </message>
        <message>
            <source>{row} would win {share} of the votes against {column}</source>
            <translation>{row} würde {share} der Stimmen gegen {column} gewinnen</translation>
        </message>
        <message>
            <source>against</source>
            <translation>gegen</translation>
        </message>
        <message>
            <source>votes for</source>
            <translation>Stimmen für</translation>
        </message>
        <message>
            <source>Predicted before these groups played, and observed</source>
            <translation>Vorhergesagt, bevor diese Gruppen spielten, und beobachtet</translation>
        </message>
        <message>
            <source>Bars: 95% intervals that the models had given before. Dots: the groups, with the 95% interval of what they did</source>
            <translation>Balken: 95-%-Intervalle, die die Modelle vorher angegeben hatten. Punkte: die Gruppen, mit dem 95-%-Intervall dessen, was sie taten</translation>
        </message>
        <message>
            <source>Predicted</source>
            <translation>Vorhergesagt</translation>
        </message>
        <message>
            <source>Do the fitted participants do what the groups did?</source>
            <translation>Tun die angepassten Teilnehmer, was die Gruppen taten?</translation>
        </message>
        <message>
            <source>Dots: the groups. Bars and bands: where 95% of repetitions by the fitted participants lie, who decide in the groups' place</source>
            <translation>Punkte: die Gruppen. Balken und Bänder: wo 95 % der Wiederholungen durch die angepassten Teilnehmer liegen, die an der Stelle der Gruppen entscheiden</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Erwartet</translation>
        </message>
        <message>
            <source>95% of repetitions</source>
            <translation>95 % der Wiederholungen</translation>
        </message>
        <message>
            <source>Heads</source>
            <translation>Köpfe</translation>
        </message>
        <message>
            <source>Share of the endowment contributed</source>
            <translation>Beigetragener Anteil der Ausstattung</translation>
        </message>
        <message>
            <source>Votes for the stage that paid the voter more</source>
            <translation>Stimmen für den Abschnitt, der mehr einbrachte</translation>
        </message>
        <message>
            <source>Tail endowment (coins)</source>
            <translation>Ausstattung der Übrigen (Münzen)</translation>
        </message>
        <message>
            <source>The receipts cannot be written to {path} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Quittungen lassen sich nicht nach {path} schreiben ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>There are no receipts of session {session}: no person is paid for it.</source>
            <translation>Es gibt keine Quittungen der Sitzung {session}: Keine Person wird für sie bezahlt.</translation>
        </message>
        <message>
            <source>Receipts of session {code}</source>
            <translation>Quittungen der Sitzung {code}</translation>
        </message>
        <message>
            <source>Session {code}, {day}</source>
            <translation>Sitzung {code}, {day}</translation>
        </message>
        <message>
            <source>Participant</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Total received</source>
            <translation>Betrag erhalten</translation>
        </message>
        <message>
            <source>Date and signature</source>
            <translation>Datum und Unterschrift</translation>
        </message>
        <message>
            <source>Log of the study: {number}</source>
            <translation>Protokoll der Studie: {number}</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Quittung</translation>
        </message>
        <message>
            <source>Show-up fee</source>
            <translation>Betrag fürs Kommen</translation>
        </message>
        <message>
            <source>{coins} at {value}</source>
            <translation>{coins} zu {value}</translation>
        </message>
        <message>
            <source>Set by the experimenter</source>
            <translation>Von der Versuchsleitung festgelegt</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>Rundung</translation>
        </message>
        <message>
            <source>The session was not over yet: the amount may still change.</source>
            <translation>Die Sitzung war noch nicht zu Ende: Der Betrag kann sich noch ändern.</translation>
        </message>
        <message>
            <source>The group could not finish the game.</source>
            <translation>Die Gruppe konnte nicht zu Ende spielen.</translation>
        </message>
        <message>
            <source>The participant came but did not take part in the game.</source>
            <translation>Die Person kam und hat nicht am Spiel teilgenommen.</translation>
        </message>
        <message>
            <source>Iterations</source>
            <translation>Durchgänge</translation>
        </message>
        <message>
            <source>Groups acquired</source>
            <translation>Erhobene Gruppen</translation>
        </message>
        <message>
            <source>Decisions acquired</source>
            <translation>Erhobene Entscheidungen</translation>
        </message>
        <message>
            <source>Groups in all comparisons</source>
            <translation>Gruppen in allen Vergleichen</translation>
        </message>
        <message>
            <source>Votes in all comparisons</source>
            <translation>Stimmen in allen Vergleichen</translation>
        </message>
        <message>
            <source>Groups in the comparison</source>
            <translation>Gruppen im Vergleich</translation>
        </message>
        <message>
            <source>Votes in the comparison</source>
            <translation>Stimmen im Vergleich</translation>
        </message>
        <message>
            <source>What the mechanism does</source>
            <translation>Was der Mechanismus tut</translation>
        </message>
        <message>
            <source>The game</source>
            <translation>Das Spiel</translation>
        </message>
        <message>
            <source>Contrasts</source>
            <translation>Vergleiche</translation>
        </message>
        <message>
            <source>Each contrast compares two mechanisms by the votes of groups of its own, which met both. Contrasts were planned before their groups played.</source>
            <translation>Jeder Vergleich stellt zwei Mechanismen durch die Stimmen eigener Gruppen gegenüber, die beide erlebt haben. Die Vergleiche wurden geplant, bevor ihre Gruppen spielten.</translation>
        </message>
        <message>
            <source>The comparison of {mechanism} with {baseline}</source>
            <translation>Der Vergleich von {mechanism} mit {baseline}</translation>
        </message>
        <message>
            <source>The comparison with {baseline}</source>
            <translation>Der Vergleich mit „{baseline}“</translation>
        </message>
        <message>
            <source>Restrictions on the mechanism</source>
            <translation>Was der Mechanismus darf</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>Alarme</translation>
        </message>
        <message>
            <source>Registration and looks at the votes</source>
            <translation>Registrierung und Blicke auf die Stimmen</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>Beiseitegelegt</translation>
        </message>
        <message>
            <source>The study went back to an earlier step. What came after it is kept, and no result of this report rests on it but as told here.</source>
            <translation>Die Studie ging zu einem früheren Schritt zurück. Was danach kam, ist aufbewahrt, und kein Ergebnis dieses Berichts beruht darauf, außer wie hier gesagt.</translation>
        </message>
        <message>
            <source>Before people met the mechanism</source>
            <translation>Bevor Menschen dem Mechanismus begegneten</translation>
        </message>
        <message>
            <source>A table of thousands of numbers is hard to discuss. Below, the newest mechanism, {mechanism}, is described by the short rule that divides the fund most like it, and each rule says how faithful it is.</source>
            <translation>Über eine Tabelle mit Tausenden von Zahlen kann man nicht reden. Im Folgenden steht für den neuesten Mechanismus, {mechanism}, die kurze Regel, die den Fonds am ähnlichsten aufteilt, und jede Regel sagt, wie treu sie ist.</translation>
        </message>
        <message>
            <source>The least-served seats</source>
            <translation>Wer am schlechtesten wegkommt</translation>
        </message>
        <message>
            <source>Participants, and how well they are predicted</source>
            <translation>Wer gespielt hat, und wie gut es vorhergesagt wird</translation>
        </message>
        <message>
            <source>Models learn from all groups so far how they contribute and vote (MODEL). The numbers are cross-entropies on held-out groups, in nats per decision: how much the choices surprise a predictor. Lower is better and 0 would be perfect; models in bold beat every simple rule, beyond what the choice of groups explains.</source>
            <translation>Modelle lernen aus allen bisherigen Gruppen, wie diese beitragen und abstimmen (MODEL). Die Zahlen sind Kreuzentropien auf zurückgehaltenen Gruppen, in Nat je Entscheidung: wie sehr die Entscheidungen einen Vorhersager überraschen. Kleiner ist besser, und 0 wäre vollkommen; fett gedruckte Modelle schlagen jede einfache Regel, über das hinaus, was die Wahl der Gruppen erklärt.</translation>
        </message>
        <message>
            <source>Each session checks what the models had expected of it. The error of the models is the spread of the set's members and an error that they share, widened by a factor that these checks give, newer ones more: {votes} for votes, {contributions} for contributions. With the error of simulation it makes the 95% intervals of expected shares.</source>
            <translation>Jede Sitzung prüft, was die Modelle von ihr erwartet hatten. Der Fehler der Modelle ist die Streuung der Anpassungen zusammen mit einem Fehler, den sie teilen, erweitert um einen Faktor, den diese Prüfungen ergeben, neuere stärker: {votes} für Stimmen, {contributions} für Beiträge. Mit dem Fehler der Simulation ergibt er die 95-%-Intervalle der erwarteten Anteile.</translation>
        </message>
        <message>
            <source>Repeat last</source>
            <translation>Wiederholung</translation>
        </message>
        <message>
            <source>expects the last choice again, with a fitted probability, and otherwise guesses like Marginal.</source>
            <translation>erwartet mit einer angepassten Wahrscheinlichkeit noch einmal die letzte Wahl und schätzt sonst wie „Häufigkeit“.</translation>
        </message>
        <message>
            <source>Marginal</source>
            <translation>Häufigkeit</translation>
        </message>
        <message>
            <source>knows how often each amount was contributed from each endowment.</source>
            <translation>weiß, wie oft jeder Betrag aus jeder Ausstattung gegeben wurde.</translation>
        </message>
        <message>
            <source>treats every possible amount as equally likely.</source>
            <translation>hält jeden möglichen Betrag für gleich wahrscheinlich.</translation>
        </message>
        <message>
            <source>ln 2</source>
            <translation>ln 2</translation>
        </message>
        <message>
            <source>is a coin toss between the two stages. Where both are played with the same mechanism, a vote model close to it is right, not poor.</source>
            <translation>ist ein Münzwurf zwischen den beiden Abschnitten. Wo beide mit demselben Mechanismus gespielt werden, ist ein Modell der Stimmen nahe daran richtig und nicht schlecht.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>is that of the contribution model: its input layer and its LSTM, chosen by cross-validation.</source>
            <translation>ist die des Beitragsmodells: seine Eingabeschicht und sein LSTM, gewählt durch Kreuzvalidierung.</translation>
        </message>
        <message>
            <source>How the mechanism was trained</source>
            <translation>Wie der Mechanismus trainiert wurde</translation>
        </message>
        <message>
            <source>Each iteration trains a mechanism in simulation to win the votes of the modelled participants against the previous one (OPTIMIZE). The table gives the share of votes it is then expected to win against it: 50% is no improvement, and an interval above 50% is one. CONVERGENCE then judges whether another iteration is worth it; the settings say how many there are at least and at most.</source>
            <translation>In jedem Durchgang wird in der Simulation ein Mechanismus darauf trainiert, gegen den vorherigen die Stimmen der modellierten Personen zu gewinnen (OPTIMIZE). Die Tabelle nennt den Stimmenanteil, den er danach voraussichtlich gegen ihn gewinnt: 50 % sind keine Verbesserung, ein Intervall über 50 % ist eine. CONVERGENCE beurteilt dann, ob sich ein weiterer Durchgang lohnt; wie viele es mindestens und höchstens sind, sagen die Einstellungen.</translation>
        </message>
        <message>
            <source>Provenance</source>
            <translation>Woher das stammt</translation>
        </message>
        <message>
            <source>The same seed, data and software give the same results on the same device. The hashes are SHA-256: of the data, of the trained networks, and of the tables of payouts that the sessions look up.</source>
            <translation>Gleicher Startwert, gleiche Daten und gleiche Software ergeben auf demselben Gerät gleiche Ergebnisse. Die Hashes sind SHA-256: der Daten, der trainierten Netze und der Auszahlungstabellen, in denen die Sitzungen nachschlagen.</translation>
        </message>
        <message>
            <source>The same seed, data and software give the same results on the same device. The hashes are SHA-256: of the data, of the trained networks, and of the tables of payouts that the sessions look up ({names}).</source>
            <translation>Gleicher Startwert, gleiche Daten und gleiche Software ergeben auf demselben Gerät gleiche Ergebnisse. Die Hashes sind SHA-256: der Daten, der trainierten Netze und der Auszahlungstabellen, in denen die Sitzungen nachschlagen ({names}).</translation>
        </message>
        <message>
            <source>{study}: report</source>
            <translation>{study}: Bericht</translation>
        </message>
        <message>
            <source>en</source>
            <translation>de</translation>
        </message>
        <message>
            <source>Study report</source>
            <translation>Studienbericht</translation>
        </message>
        <message>
            <source>The report cannot be written to {path} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Der Bericht kann nicht nach {path} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Votes for {mechanism} against {baseline}</source>
            <translation>Stimmen für {mechanism} gegen {baseline}</translation>
        </message>
        <message>
            <source>Votes for {mechanism} against {baseline} by tail endowment</source>
            <translation>Stimmen für {mechanism} gegen {baseline}, nach Ausstattung der Übrigen</translation>
        </message>
        <message>
            <source>Sum of log rewards against inequality, per group</source>
            <translation>Erträge gegen Ungleichheit, je Gruppe</translation>
        </message>
        <message>
            <source>Higher is better for the group (a coin counts more for those who have few), further left is more equal.</source>
            <translation>Höher ist besser für die Gruppe (eine Münze zählt mehr für jene, die wenige haben), weiter links ist gleicher.</translation>
        </message>
        <message>
            <source>Contributions by round under {mechanism} and {baseline}</source>
            <translation>Beiträge je Runde unter {mechanism} und {baseline}</translation>
        </message>
        <message>
            <source>Solid lines are {mechanism}, dashed lines {baseline}. If a mechanism wins votes by letting people keep their coins, its lines lie far below those of the other. What time-outs and stand-ins contributed is left out, unless a round has nothing else.</source>
            <translation>Durchgezogene Linien sind {mechanism}, gestrichelte {baseline}. Gewinnt ein Mechanismus Stimmen, indem er Menschen ihre Münzen behalten lässt, liegen seine Linien weit unter denen des anderen. Was nach Ablauf der Zeit oder als Ersatz für Gegangene beigetragen wurde, fehlt darin, außer wo eine Runde nichts anderes hat.</translation>
        </message>
        <message>
            <source>Amber is the head, blue are the tails.</source>
            <translation>Bernsteinfarben ist der Kopf, blau sind die Übrigen.</translation>
        </message>
        <message>
            <source>The dot is the share of votes for {mechanism}; the line is its 95% interval over groups, by the same test that decides which mechanism was preferred: it finds a preference exactly where the line lies to one side of 50%.</source>
            <translation>Der Punkt ist der Stimmenanteil für {mechanism}; die Linie ist sein 95-%-Intervall über Gruppen, aus demselben Test, der entscheidet, welcher Mechanismus bevorzugt wurde: Er findet genau dann eine Vorliebe, wenn die Linie auf einer Seite von 50 % liegt.</translation>
        </message>
        <message>
            <source>Each dot is the share of votes for {mechanism} among groups with this tail endowment; the line is its 95% interval over groups, by the same test that decides which mechanism was preferred: it finds a preference exactly where the interval lies to one side of 50%.</source>
            <translation>Jeder Punkt ist der Stimmenanteil für {mechanism} unter den Gruppen mit dieser Ausstattung der Übrigen; die Linie ist sein 95-%-Intervall über Gruppen, aus demselben Test, der entscheidet, welcher Mechanismus bevorzugt wurde: Er findet genau dann eine Vorliebe, wenn das Intervall auf einer Seite von 50 % liegt.</translation>
        </message>
        <message>
            <source>Each dot is the share of votes for {mechanism} among groups with this tail endowment; the lines are intervals over groups, which with a chance of 95% all contain the true share. The line of all groups is the 95% interval of the test that decides which mechanism was preferred: it finds a preference exactly where that line lies to one side of 50%.</source>
            <translation>Jeder Punkt ist der Stimmenanteil für {mechanism} unter den Gruppen mit dieser Ausstattung der Übrigen; die Linien sind Intervalle über Gruppen, die mit einer Wahrscheinlichkeit von 95 % alle den wahren Anteil enthalten. Die Linie aller Gruppen ist das 95-%-Intervall des Tests, der entscheidet, welcher Mechanismus bevorzugt wurde: Er findet genau dann eine Vorliebe, wenn diese Linie auf einer Seite von 50 % liegt.</translation>
        </message>
        <message>
            <source>Heat maps of seat 1’s share of the fund</source>
            <translation>Karten des Anteils von Sitz 1 am Fonds</translation>
        </message>
        <message>
            <source>Each square is one combination of contributions: seat 1’s from bottom to top, the other seats’ mean (in whole coins) from left to right. Amber: seat 1 gets more than an equal share of the fund; blue: the others do; almost white: all get the same. Lines that fan out from the lower left corner reward what is contributed in proportion.</source>
            <translation>Jedes Quadrat ist eine Kombination von Beiträgen: der von Sitz 1 von unten nach oben, der mittlere der anderen Sitze (in ganzen Münzen) von links nach rechts. Bernsteinfarben: Sitz 1 bekommt mehr als einen gleichen Anteil am Fonds; blau: die anderen; fast weiß: alle bekommen gleich viel. Linien, die sich von der linken unteren Ecke auffächern, belohnen Beiträge proportional.</translation>
        </message>
        <message>
            <source>Heat maps of the head's share of the fund</source>
            <translation>Karten des Anteils am Fonds, den der Kopf bekommt</translation>
        </message>
        <message>
            <source>Each square is one combination of contributions: the head's from bottom to top, the tails' mean (in whole coins) from left to right. Amber: the head gets more than an equal share of the fund; blue: the tails do; almost white: all get the same. Lines that fan out from the lower left corner reward what is contributed in proportion.</source>
            <translation>Jedes Quadrat ist eine Kombination von Beiträgen: der des Kopfes von unten nach oben, der mittlere der Übrigen (in ganzen Münzen) von links nach rechts. Bernsteinfarben: Der Kopf bekommt mehr als einen gleichen Anteil am Fonds; blau: die Übrigen; fast weiß: alle bekommen gleich viel. Linien, die sich von der linken unteren Ecke auffächern, belohnen Beiträge proportional.</translation>
        </message>
        <message>
            <source>Shares of the fund under the mechanism and under a short rule</source>
            <translation>Anteile am Fonds unter dem Mechanismus und unter einer kurzen Regel</translation>
        </message>
        <message>
            <source>The closer the dots lie to the line, the better the rule describes the mechanism. The percentage above each column is the part of the fund that both divide alike. Where dots stay at 0% before they rise, a seat that contributes less gets nothing back.</source>
            <translation>Je näher die Punkte an der Linie liegen, desto besser steht die Regel für den Mechanismus. Die Prozentzahl über jeder Spalte sagt, wie viel vom Fonds beide gleich aufteilen. Wo die Punkte bei 0 % bleiben, bevor sie steigen, bekommt nichts zurück, wer weniger gibt.</translation>
        </message>
        <message>
            <source>What each coin returns to its contributor</source>
            <translation>Was jede Münze dem zurückbringt, der sie gibt</translation>
        </message>
        <message>
            <source>Contributing a coin pays where its dot lies above 1, in the tinted area. If the first coins lie below 1 and later ones far above it, only large contributions pay. The last line gives the contribution that earns a seat most while the others' stay the same.</source>
            <translation>Eine Münze lohnt sich für den, der sie gibt, wo der Punkt über 1 liegt, in der getönten Fläche. Liegen die ersten Münzen darunter und spätere weit darüber, so lohnt es sich nur, viel zu geben. Die letzte Zeile sagt, womit ein Sitz am meisten verdient, solange die anderen geben, was sie geben.</translation>
        </message>
        <message>
            <source>What the least-served seat gains over keeping everything</source>
            <translation>Was der am schlechtesten gestellte Sitz gegenüber dem Behalten von allem gewinnt</translation>
        </message>
        <message>
            <source>In each group, only the seat that gained least counts. Left of 0, it would have earned more by keeping its coins.</source>
            <translation>In jeder Gruppe zählt der Sitz, der am wenigsten gewann. Links von 0 hätte er mehr verdient, wenn er seine Münzen behalten hätte: der Preis, den eine Mehrheit jemanden zahlen ließ.</translation>
        </message>
        <message>
            <source>Votes of heads and of tails for the mechanism</source>
            <translation>Stimmen der Köpfe und der Übrigen für den Mechanismus</translation>
        </message>
        <message>
            <source>Of a group's {seats} votes, {tails} are cast by tails. If a mechanism wins by serving them alone, blue dots lie far to the right of amber ones.</source>
            <translation>Von den {seats} Stimmen einer Gruppe geben die Übrigen {tails} ab. Gewinnt ein Mechanismus, indem er nur ihnen dient, liegen blaue Punkte weit rechts von bernsteinfarbenen.</translation>
        </message>
        <message>
            <source>Cross-entropies of the participant models by iteration</source>
            <translation>Kreuzentropien der Modelle der Teilnehmenden nach Durchgängen</translation>
        </message>
        <message>
            <source>A model is useful if its filled dots lie below the grey lines by more than the choice of groups explains (then its figure is bold in the table). Hollow dots far below the filled ones are a sign of overfitting.</source>
            <translation>Ein Modell ist brauchbar, wenn seine gefüllten Punkte um mehr unter den grauen Linien liegen, als die Auswahl der Gruppen erklärt (dann ist seine Zahl in der Tabelle fett). Hohle Punkte weit unter den gefüllten bedeuten, dass es seine eigenen Gruppen auswendig gelernt hat.</translation>
        </message>
        <message>
            <source>What groups did, and what fitted participants do in their place</source>
            <translation>Was Gruppen taten und was angepasste Teilnehmer an ihrer Stelle tun</translation>
        </message>
        <message>
            <source>Each fitted participant decides in the place of a person, having seen what that person had seen. A filled dot lies where 95% of the repetitions lie, a hollow one elsewhere. These are the groups that the newest models were fitted to: a hollow dot is news, a filled one is not much.</source>
            <translation>Jeder angepasste Teilnehmer entscheidet an der Stelle einer Person und hat gesehen, was diese gesehen hatte. Ein gefüllter Punkt liegt, wo 95 % der Wiederholungen liegen, ein hohler anderswo. Es sind die Gruppen, an die die neuesten Modelle angepasst wurden: Ein hohler Punkt ist eine Neuigkeit, ein gefüllter besagt nicht viel.</translation>
        </message>
        <message>
            <source>What the models had expected of each session, and what came</source>
            <translation>Was die Modelle von jeder Sitzung erwartet hatten und was kam</translation>
        </message>
        <message>
            <source>The models had not seen these groups when they made the predictions. A filled dot: prediction and observation agree, given the 95% errors of both. Votes are told as they were cast: the order of the stages is not taken out of them.</source>
            <translation>Die Modelle hatten diese Gruppen nicht gesehen, als sie die Vorhersagen machten. Gefüllter Punkt: Vorhersage und Beobachtung stimmen im Rahmen der 95-%-Fehler beider überein. Stimmen stehen da, wie sie abgegeben wurden: Die Reihenfolge der Abschnitte ist nicht herausgerechnet.</translation>
        </message>
        <message>
            <source>How well each iteration's models predict the people of each iteration</source>
            <translation>Wie gut die Modelle jedes Durchgangs die Menschen jedes Durchgangs vorhersagen</translation>
        </message>
        <message>
            <source>Each number is how much larger the cross-entropy is than that of models also fitted to these people. Right of the line, people were new to the models: the larger the number, the more behaviour has changed since. Part of it is not change: a model always fits best the people it was fitted to.</source>
            <translation>Eine Zahl sagt, um wie viel größer die Kreuzentropie ist als die der Modelle, die auch an diese Menschen angepasst wurden. Rechts der Linie waren die Menschen den Modellen neu: je größer die Zahl, desto mehr hat sich das Verhalten seitdem geändert. Ein Teil davon ist keine Änderung, sondern rührt daher, dass ein Modell immer die Menschen am besten trifft, die es gesehen hat.</translation>
        </message>
        <message>
            <source>Expected vote shares between all mechanisms</source>
            <translation>Erwartete Stimmenanteile zwischen allen Mechanismen</translation>
        </message>
        <message>
            <source>Each number is the share of votes that the row's mechanism is expected to win against the column's, played in simulation by the newest participant models: green wins, violet loses. The bars show which mechanisms a player seeking votes would choose: in equilibrium (Nash), and in the long run of imitation (α-rank). Colours and bars follow the numbers alone; where an interval holds 50%, the models do not tell which of the two wins.</source>
            <translation>Jede Zahl ist der Stimmenanteil, den der Mechanismus der Zeile voraussichtlich gegen den der Spalte gewinnt, in der Simulation gespielt von den neuesten Personenmodellen: Grün gewinnt, Violett verliert. Die Balken zeigen, welche Mechanismen jemand wählen würde, der Stimmen sucht: im Gleichgewicht (Nash) und auf lange Sicht bei Nachahmung (α-Rank). Farben und Balken folgen nur den Zahlen; wo ein Intervall 50 % enthält, sagen die Modelle nicht, welcher der beiden gewinnt.</translation>
        </message>
        <message>
            <source>Contributions by round in each iteration</source>
            <translation>Beiträge nach Runden in jedem Durchgang</translation>
        </message>
        <message>
            <source>What time-outs and stand-ins contributed is left out.</source>
            <translation>Was nach Ablauf der Zeit oder als Ersatz für Gegangene beigetragen wurde, fehlt darin.</translation>
        </message>
        <message>
            <source>Iteration {number}, under {mechanism}</source>
            <translation>Durchgang {number}, unter {mechanism}</translation>
        </message>
        <message>
            <source>Iteration {number}</source>
            <translation>Durchgang {number}</translation>
        </message>
        <message>
            <source>The mechanism was restricted before any data were collected.</source>
            <translation>Was ein Mechanismus darf, wurde begrenzt, bevor Daten erhoben wurden.</translation>
        </message>
        <message>
            <source>Each participant gets at least {share} of the fund.</source>
            <translation>Jede Person bekommt mindestens {share} des Fonds.</translation>
        </message>
        <message>
            <source>A participant who contributes more, the others unchanged, never gets a smaller share.</source>
            <translation>Wer mehr gibt, während die anderen gleich viel geben, bekommt nie einen kleineren Anteil.</translation>
        </message>
        <message>
            <source>At most {share} of the fund is divided differently from {reference}.</source>
            <translation>Höchstens {share} des Fonds werden anders aufgeteilt als durch „{reference}“.</translation>
        </message>
        <message>
            <source>The table shows the worst case of each mechanism over all contributions that a group can make.</source>
            <translation>Die Tabelle zeigt, was jeder Mechanismus im ungünstigsten Fall tut: Alle Beiträge, die eine Gruppe leisten kann, wurden nachgeschlagen.</translation>
        </message>
        <message>
            <source>Mechanism</source>
            <translation>Mechanismus</translation>
        </message>
        <message>
            <source>Smallest share</source>
            <translation>Kleinster Anteil</translation>
        </message>
        <message>
            <source>Cases where contributing more lowers the share</source>
            <translation>Fälle, in denen mehr zu geben den Anteil senkt</translation>
        </message>
        <message>
            <source>Greatest distance</source>
            <translation>Größter Abstand</translation>
        </message>
        <message>
            <source>The first mechanism was not drawn at random: the study “{study}” had trained it up to its iteration {iteration}, with simulated participants.</source>
            <translation>Der erste Mechanismus ist nicht zufällig: Die Studie „{study}“ hatte ihn bis zu ihrem Durchgang {iteration} trainiert, mit simulierten Personen.</translation>
        </message>
        <message>
            <source>The first mechanism was not drawn at random: the study “{study}” had trained it up to its iteration {iteration}.</source>
            <translation>Der erste Mechanismus ist nicht zufällig: Die Studie „{study}“ hatte ihn bis zu ihrem Durchgang {iteration} trainiert.</translation>
        </message>
        <message>
            <source>Acquired</source>
            <translation>Erhoben</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>Entscheidungen</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>too wide to be wrong</source>
            <translation>zu weit, um falsch zu sein</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Sitzung</translation>
        </message>
        <message>
            <source>What was predicted</source>
            <translation>Vorhergesagt wurde</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Zutreffend</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>Updates</translation>
        </message>
        <message>
            <source>ms per update</source>
            <translation>ms je Update</translation>
        </message>
        <message>
            <source>95% interval</source>
            <translation>95-%-Intervall</translation>
        </message>
        <message>
            <source>Convergence</source>
            <translation>Konvergenz</translation>
        </message>
        <message>
            <source>{made}, kept after {kept}</source>
            <translation>{made}, behalten nach {kept}</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Study</source>
            <translation>Studie</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>Teilnehmende</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>Report created</source>
            <translation>Bericht erstellt</translation>
        </message>
        <message>
            <source>Log of the study</source>
            <translation>Protokoll der Studie</translation>
        </message>
        <message>
            <source>Trained on</source>
            <translation>Trainiert auf</translation>
        </message>
        <message>
            <source>Please cite</source>
            <translation>Bitte zitieren</translation>
        </message>
        <message>
            <source>Data up to iteration {number}</source>
            <translation>Daten bis Durchgang {number}</translation>
        </message>
        <message>
            <source>Participant models {number}</source>
            <translation>Modelle der Teilnehmenden {number}</translation>
        </message>
        <message>
            <source>Mechanism {name}</source>
            <translation>Mechanismus {name}</translation>
        </message>
        <message>
            <source>Table of {name}</source>
            <translation>Tabelle von {name}</translation>
        </message>
        <message>
            <source>The report cannot be written to {folder} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Der Bericht kann nicht nach {folder} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>There is no result of MODEL to report yet. {status}</source>
            <translation>Es gibt noch kein Ergebnis von MODEL, über das zu berichten wäre. {status}</translation>
        </message>
        <message>
            <source>A short rule for {mechanism}</source>
            <translation>Eine Regel statt {mechanism}</translation>
        </message>
        <message>
            <source>A seat's share of the fund by its contribution, averaged over the others</source>
            <translation>Anteil eines Sitzes am Fonds nach den Münzen, die er gibt, gemittelt über die anderen</translation>
        </message>
        <message>
            <source>Head, rule</source>
            <translation>Kopf, Regel</translation>
        </message>
        <message>
            <source>A tail, {mechanism}</source>
            <translation>Übriger, {mechanism}</translation>
        </message>
        <message>
            <source>A tail, rule</source>
            <translation>Übriger, Regel</translation>
        </message>
        <message>
            <source>The rule</source>
            <translation>Die Regel</translation>
        </message>
        <message>
            <source>Equal share</source>
            <translation>Gleicher Anteil</translation>
        </message>
        <message>
            <source>Head's share</source>
            <translation>Anteil des Kopfes</translation>
        </message>
        <message>
            <source>A tail's share</source>
            <translation>Anteil eines Übrigen</translation>
        </message>
        <message>
            <source>Share of seat 1</source>
            <translation>Anteil von Sitz 1</translation>
        </message>
        <message>
            <source>Share of another seat</source>
            <translation>Anteil eines anderen Sitzes</translation>
        </message>
        <message>
            <source>Own contribution (coins)</source>
            <translation>Eigener Beitrag (Münzen)</translation>
        </message>
        <message>
            <source>{share} as the mechanism</source>
            <translation>{share} wie der Mechanismus</translation>
        </message>
        <message>
            <source>The file name {name} has no known extension; use one of {endings}.</source>
            <translation>{name} hat keine Endung, die sagt, was geschrieben werden soll; verwenden Sie eine von {endings}.</translation>
        </message>
        <message>
            <source>The figure cannot be written to {path} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Das Bild kann nicht nach {path} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Total reward and inequality</source>
            <translation>Viel verdienen und es teilen</translation>
        </message>
        <message>
            <source>One dot per group and mechanism; the large dots are means</source>
            <translation>Je Gruppe und Mechanismus ein Punkt; große: Mittelwerte</translation>
        </message>
        <message>
            <source>Inequality of rewards (Gini coefficient)</source>
            <translation>Ungleichheit der Erträge (Gini-Koeffizient)</translation>
        </message>
        <message>
            <source>Sum of log rewards</source>
            <translation>Summe der logarithmierten Erträge</translation>
        </message>
        <message>
            <source>Share of votes for {mechanism}</source>
            <translation>Stimmenanteil für {mechanism}</translation>
        </message>
        <message>
            <source>Against {baseline}, with 95% intervals over groups</source>
            <translation>Gegen {baseline}, mit 95-%-Intervallen über Gruppen</translation>
        </message>
        <message>
            <source>Against {baseline}, with 95% intervals over groups; those of the conditions hold together</source>
            <translation>Gegen {baseline}, mit 95-%-Intervallen über Gruppen; die der Bedingungen gelten gemeinsam</translation>
        </message>
        <message>
            <source>Who prefers it</source>
            <translation>Wer ihn vorzieht</translation>
        </message>
        <message>
            <source>Share of votes for {mechanism} against {baseline}, 95% interval</source>
            <translation>Stimmenanteil für {mechanism} gegen {baseline}, 95-%-Intervall</translation>
        </message>
        <message>
            <source>Share of votes for {mechanism} against {baseline}, with 95% intervals; those of a role’s conditions hold together</source>
            <translation>Stimmenanteil für {mechanism} gegen {baseline}, mit 95-%-Intervallen; die der Bedingungen einer Rolle gelten gemeinsam</translation>
        </message>
        <message>
            <source>Votes against the mechanism that training began with</source>
            <translation>Stimmen gegen den Mechanismus, mit dem das Training begann</translation>
        </message>
        <message>
            <source>Expected share of the modelled votes, with its 95% interval</source>
            <translation>Erwarteter Anteil der modellierten Stimmen mit 95-%-Intervall</translation>
        </message>
        <message>
            <source>In the end</source>
            <translation>Am Ende</translation>
        </message>
        <message>
            <source>{file} is not UTF-8 text; save it again in the encoding UTF-8.</source>
            <translation>{file} ist kein Text in UTF-8; speichern Sie die Datei noch einmal mit der Kodierung UTF-8.</translation>
        </message>
        <message>
            <source>{file} is in an encoding that is not recognised; save it again in the encoding UTF-8.</source>
            <translation>Die Zeichenkodierung von {file} wird nicht erkannt; speichern Sie die Datei neu in der Kodierung UTF-8.</translation>
        </message>
        <message>
            <source>{file} cannot be read ({reason}); check that it exists and can be opened.</source>
            <translation>{file} kann nicht gelesen werden ({reason}); sehen Sie nach, ob es diese Datei gibt und ob sie sich öffnen lässt.</translation>
        </message>
        <message>
            <source>{file} is not valid TOML: {problem}.</source>
            <translation>{file} ist kein gültiges TOML: {problem}.</translation>
        </message>
        <message>
            <source>{file} is not what it seems: {problem}.</source>
            <translation>{file} ist nicht, was sie zu sein scheint: {problem}.</translation>
        </message>
        <message>
            <source>was dropped, and nobody sits at the lab computer</source>
            <translation>ist ausgeschieden, und am Laborrechner sitzt niemand</translation>
        </message>
        <message>
            <source>stopped after this round</source>
            <translation>nach der Runde beendet</translation>
        </message>
        <message>
            <source>a station has lost its connection</source>
            <translation>ein Platz hat die Verbindung verloren</translation>
        </message>
        <message>
            <source>this group has ended</source>
            <translation>diese Gruppe ist beendet</translation>
        </message>
        <message>
            <source>there is nothing to read at the moment</source>
            <translation>im Moment gibt es nichts zu lesen</translation>
        </message>
        <message>
            <source>this group's clock runs</source>
            <translation>die Uhr dieser Gruppe läuft</translation>
        </message>
        <message>
            <source>nobody is at this seat</source>
            <translation>auf diesem Sitz ist niemand</translation>
        </message>
        <message>
            <source>this seat has already been dropped</source>
            <translation>dieser Sitz wurde schon ausgeschlossen</translation>
        </message>
        <message>
            <source>somebody still waits in this group</source>
            <translation>in dieser Gruppe wartet noch jemand</translation>
        </message>
        <message>
            <source>there is no page with a time limit</source>
            <translation>es gibt keine Seite, deren Zeit enden könnte</translation>
        </message>
        <message>
            <source>this group is already set to stop after its round</source>
            <translation>diese Gruppe soll nach ihrer Runde enden</translation>
        </message>
        <message>
            <source>this group is not set to stop after its round</source>
            <translation>diese Gruppe soll nicht nach ihrer Runde enden</translation>
        </message>
        <message>
            <source>this group is not paused</source>
            <translation>diese Gruppe pausiert nicht</translation>
        </message>
        <message>
            <source>no station is lost that this group waits for</source>
            <translation>kein Platz ist ausgefallen, auf den diese Gruppe wartet</translation>
        </message>
        <message>
            <source>this group's clock stands already</source>
            <translation>die Uhr dieser Gruppe steht bereits</translation>
        </message>
        <message>
            <source>at most {minutes} minutes are added at once</source>
            <translation>höchstens {minutes} Minuten werden auf einmal hinzugefügt</translation>
        </message>
        <message>
            <source>there is no page to continue from at the moment</source>
            <translation>im Moment gibt es keine Seite zu verlassen</translation>
        </message>
        <message>
            <source>the group plays round {round} of stage {stage}</source>
            <translation>die Gruppe spielt Runde {round} von Abschnitt {stage}</translation>
        </message>
        <message>
            <source>this seat's endowment is {endowment}</source>
            <translation>die Ausstattung dieses Sitzes beträgt {endowment}</translation>
        </message>
        <message>
            <source>a contribution is a whole number of coins between 0 and {endowment}</source>
            <translation>ein Beitrag ist eine ganze Zahl von Münzen zwischen 0 und {endowment}</translation>
        </message>
        <message>
            <source>this seat has already contributed</source>
            <translation>dieser Sitz hat schon beigetragen</translation>
        </message>
        <message>
            <source>a different mechanism divides this stage's fund</source>
            <translation>ein anderer Mechanismus teilt den Fonds dieses Abschnitts auf</translation>
        </message>
        <message>
            <source>the payouts do not add up to the fund</source>
            <translation>die Auszahlungen ergeben zusammen nicht den Fonds</translation>
        </message>
        <message>
            <source>the weights do not add up to one</source>
            <translation>die Gewichte ergeben zusammen nicht eins</translation>
        </message>
        <message>
            <source>a vote is for stage 1 or stage 2</source>
            <translation>eine Stimme gilt Abschnitt 1 oder Abschnitt 2</translation>
        </message>
        <message>
            <source>a participant's vote names a stage</source>
            <translation>die Stimme einer Person nennt einen Abschnitt</translation>
        </message>
        <message>
            <source>this seat has already voted</source>
            <translation>dieser Sitz hat schon abgestimmt</translation>
        </message>
        <message>
            <source>the votes are {first} and {second}</source>
            <translation>die Stimmen sind {first} und {second}</translation>
        </message>
        <message>
            <source>a coin is tossed for a tied vote only</source>
            <translation>der Münzwurf entscheidet bei Stimmengleichheit und sonst nie</translation>
        </message>
        <message>
            <source>the stage with more votes wins</source>
            <translation>der Abschnitt mit mehr Stimmen gewinnt</translation>
        </message>
        <message>
            <source>a group cannot go from {phase} to {other}</source>
            <translation>eine Gruppe kann nicht von {phase} zu {other} gehen</translation>
        </message>
        <message>
            <source>this needs the phase {phase}, but the group is in {other}</source>
            <translation>dafür ist die Phase {phase} nötig, die Gruppe ist aber in {other}</translation>
        </message>
        <message>
            <source>this group is paused</source>
            <translation>diese Gruppe pausiert</translation>
        </message>
        <message>
            <source>there is no seat {seat}</source>
            <translation>es gibt keinen Sitz {seat}</translation>
        </message>
        <message>
            <source>The setting {name} has no effect here. {condition}</source>
            <translation>Die Einstellung {name} bewirkt hier nichts. {condition}</translation>
        </message>
        <message>
            <source>A label has letters, digits, spaces and . _ @ + - only, and does not begin with + - or @. Please check the “{character}”.</source>
            <translation>Eine Kennung besteht nur aus Buchstaben, Ziffern, Leerzeichen und . _ @ + - und beginnt nicht mit + - oder @. Bitte prüfen Sie das „{character}“.</translation>
        </message>
        <message>
            <source>A label has 1 to {most} characters.</source>
            <translation>Eine Kennung hat 1 bis {most} Zeichen.</translation>
        </message>
        <message>
            <source>this participant has no message to read</source>
            <translation>diese Person hat keine Nachricht zu lesen</translation>
        </message>
        <message>
            <source>a participant writes at most {most} lines</source>
            <translation>eine teilnehmende Person schreibt höchstens {most} Zeilen</translation>
        </message>
        <message>
            <source>a message needs some text</source>
            <translation>eine Nachricht braucht einen Text</translation>
        </message>
        <message>
            <source>a message has at most {most} characters</source>
            <translation>eine Nachricht hat höchstens {most} Zeichen</translation>
        </message>
        <message>
            <source>a message is plain text, but its character {place} is a control character ({code})</source>
            <translation>eine Nachricht ist reiner Text, aber ihr Zeichen {place} ist ein Steuerzeichen ({code})</translation>
        </message>
        <message>
            <source>there is no participant {code}</source>
            <translation>es gibt keine Person {code}</translation>
        </message>
        <message>
            <source>the newest mechanism</source>
            <translation>der neueste Mechanismus</translation>
        </message>
        <message>
            <source>the rule of {name}</source>
            <translation>die Regel von {name}</translation>
        </message>
        <message>
            <source>{name}</source>
            <translation>{name}</translation>
        </message>
        <message>
            <source>{mechanism} with more for seat 1</source>
            <translation>{mechanism} mit mehr für Sitz 1</translation>
        </message>
        <message>
            <source>{mechanism} with less for seat 1</source>
            <translation>{mechanism} mit weniger für Sitz 1</translation>
        </message>
        <message>
            <source>strict egalitarian</source>
            <translation>streng egalitär</translation>
        </message>
        <message>
            <source>libertarian</source>
            <translation>libertär</translation>
        </message>
        <message>
            <source>liberal egalitarian</source>
            <translation>liberal-egalitär</translation>
        </message>
        <message>
            <source>the questionnaire has no item {item}</source>
            <translation>der Fragebogen hat keine Frage {item}</translation>
        </message>
        <message>
            <source>this question needs an answer</source>
            <translation>diese Frage braucht eine Antwort</translation>
        </message>
        <message>
            <source>the answer is a whole number from {low} to {high}</source>
            <translation>die Antwort ist eine ganze Zahl von {low} bis {high}</translation>
        </message>
        <message>
            <source>the answer is a text</source>
            <translation>die Antwort ist ein Text</translation>
        </message>
        <message>
            <source>a text has at most {most} characters</source>
            <translation>ein Text hat höchstens {most} Zeichen</translation>
        </message>
        <message>
            <source>character {place} of the text is a control character ({code})</source>
            <translation>Zeichen {place} des Textes ist ein Steuerzeichen ({code})</translation>
        </message>
        <message>
            <source>too few people came</source>
            <translation>es sind zu wenige gekommen</translation>
        </message>
        <message>
            <source>the next group has another number</source>
            <translation>die nächste Gruppe hat eine andere Nummer</translation>
        </message>
        <message>
            <source>the session does not play such a group</source>
            <translation>die Sitzung spielt keine solche Gruppe</translation>
        </message>
        <message>
            <source>this participant is not ready for the game</source>
            <translation>diese Person ist noch nicht bereit für das Spiel</translation>
        </message>
        <message>
            <source>there is no group {group}</source>
            <translation>es gibt keine Gruppe {group}</translation>
        </message>
        <message>
            <source>this group has started</source>
            <translation>diese Gruppe hat begonnen</translation>
        </message>
        <message>
            <source>this seat is taken</source>
            <translation>dieser Sitz ist besetzt</translation>
        </message>
        <message>
            <source>this participant has already finished</source>
            <translation>diese Person ist fertig</translation>
        </message>
        <message>
            <source>this participant’s group is complete</source>
            <translation>die Gruppe dieser Person ist vollständig</translation>
        </message>
        <message>
            <source>this participant has left</source>
            <translation>diese Person ist gegangen</translation>
        </message>
        <message>
            <source>there is no gate before this part</source>
            <translation>vor diesem Teil wird nicht gewartet</translation>
        </message>
        <message>
            <source>this gate is already open</source>
            <translation>dieser Teil ist schon freigegeben</translation>
        </message>
        <message>
            <source>this is not the consent text of the session</source>
            <translation>das ist nicht der Wortlaut, zu dem in dieser Sitzung eingewilligt wird</translation>
        </message>
        <message>
            <source>the next page is the one before or after page {page}</source>
            <translation>als Nächstes kommt die Seite vor oder nach Seite {page}</translation>
        </message>
        <message>
            <source>this page has not been open for long enough</source>
            <translation>diese Seite war noch nicht lange genug offen</translation>
        </message>
        <message>
            <source>this participant has already called for help</source>
            <translation>diese Person hat schon um Hilfe gebeten</translation>
        </message>
        <message>
            <source>these answers to the questionnaire cannot be accepted: {flaw}</source>
            <translation>so kann der Fragebogen nicht angenommen werden: {flaw}</translation>
        </message>
        <message>
            <source>this participant is in a different part</source>
            <translation>diese Person ist in einem anderen Teil</translation>
        </message>
        <message>
            <source>the experimenter cannot end this part</source>
            <translation>dieser Teil kann nicht von der Versuchsleitung beendet werden</translation>
        </message>
        <message>
            <source>this participant already has a seat; drop the seat instead</source>
            <translation>diese Person hat einen Sitz; nehmen Sie stattdessen den Sitz heraus</translation>
        </message>
        <message>
            <source>a different question is being asked</source>
            <translation>es wird eine andere Frage gestellt</translation>
        </message>
        <message>
            <source>this participant is waiting for the experimenter</source>
            <translation>diese Person wartet auf die Versuchsleitung</translation>
        </message>
        <message>
            <source>this answer is marked differently</source>
            <translation>so wird die Antwort nicht bewertet</translation>
        </message>
        <message>
            <source>this participant has not called for help</source>
            <translation>diese Person hat nicht um Hilfe gebeten</translation>
        </message>
        <message>
            <source>there is no control question to pass</source>
            <translation>es gibt keine Kontrollfrage, die als bestanden gelten könnte</translation>
        </message>
        <message>
            <source>this needs the part {part}, but the participant is in {other}</source>
            <translation>dazu gehört der Teil {part}, aber die Person ist in {other}</translation>
        </message>
        <message>
            <source>a session without events has no state</source>
            <translation>eine Sitzung ohne Ereignisse hat keinen Zustand</translation>
        </message>
        <message>
            <source>the first event of a session opens it</source>
            <translation>eine Sitzung beginnt damit, dass sie eröffnet wird</translation>
        </message>
        <message>
            <source>the session is closed</source>
            <translation>die Sitzung ist geschlossen</translation>
        </message>
        <message>
            <source>the session's clock cannot run backwards</source>
            <translation>die Uhr der Sitzung läuft nie rückwärts</translation>
        </message>
        <message>
            <source>the session is already open</source>
            <translation>die Sitzung ist schon offen</translation>
        </message>
        <message>
            <source>a session is closed when all of its groups have ended and all answers are in</source>
            <translation>eine Sitzung wird geschlossen, wenn alle Gruppen zu Ende und alle Antworten da sind</translation>
        </message>
        <message>
            <source>this participant is already here</source>
            <translation>diese Person ist schon da</translation>
        </message>
        <message>
            <source>station {station} is taken</source>
            <translation>an Platz {station} ist jemand</translation>
        </message>
        <message>
            <source>give the reason for turning someone away</source>
            <translation>geben Sie an, warum niemand Platz nehmen konnte</translation>
        </message>
        <message>
            <source>a payment cannot be negative</source>
            <translation>eine Auszahlung ist nicht negativ</translation>
        </message>
        <message>
            <source>give the reason for the changed payment</source>
            <translation>geben Sie an, warum die Auszahlung eine andere ist</translation>
        </message>
        <message>
            <source>a simulated participant is not paid</source>
            <translation>Simulierte Teilnehmende werden nicht bezahlt</translation>
        </message>
        <message>
            <source>this participant already has a seat</source>
            <translation>diese Person hat schon einen Sitz</translation>
        </message>
        <message>
            <source>this group is complete</source>
            <translation>diese Gruppe ist vollständig</translation>
        </message>
        <message>
            <source>There is no setting {name}; did you mean {near}?</source>
            <translation>Es gibt keine Einstellung {name}; war {near} gemeint?</translation>
        </message>
        <message>
            <source>There is no setting {name}; the settings are {names}.</source>
            <translation>Es gibt keine Einstellung {name}; die Einstellungen sind {names}.</translation>
        </message>
        <message>
            <source>The setting {name} must be {expected}, and this text has {n} characters; shorten it.</source>
            <translation>Die Einstellung {name} muss {expected} sein, und dieser Text hat {n} Zeichen; kürzen Sie ihn.</translation>
        </message>
        <message>
            <source>The setting {name} must be {expected}, not {value}; write it with brackets, as in {example}.</source>
            <translation>Die Einstellung {name} muss {expected} sein, nicht {value}; schreiben Sie sie in Klammern, wie in {example}.</translation>
        </message>
        <message>
            <source>The setting {name} must be {expected}, not {value}.</source>
            <translation>Für die Einstellung {name} wird erwartet: {expected}; {value} passt nicht.</translation>
        </message>
        <message>
            <source>one of {values}</source>
            <translation>eins von {values}</translation>
        </message>
        <message numerus="yes">
            <source>{kind} of at most {n} character(s)</source>
            <translation>
                <numerusform>{kind} von höchstens {n} Zeichen</numerusform>
                <numerusform>{kind} von höchstens {n} Zeichen</numerusform>
            </translation>
        </message>
        <message>
            <source>{kind} above {low} and up to {high}</source>
            <translation>{kind} über {low} und bis {high}</translation>
        </message>
        <message>
            <source>{kind} between {low} and {high}</source>
            <translation>{kind} zwischen {low} und {high}</translation>
        </message>
        <message>
            <source>{kind} of at least {low}</source>
            <translation>{kind} ab {low}</translation>
        </message>
        <message>
            <source>{value} ({unit})</source>
            <translation>{value} ({unit})</translation>
        </message>
        <message>
            <source>0: {meaning}.</source>
            <translation>0: {meaning}.</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true oder false</translation>
        </message>
        <message>
            <source>a list of switches</source>
            <translation>eine Liste von Schaltern</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <source>a list of whole numbers</source>
            <translation>eine Liste ganzer Zahlen</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>eine Zahl</translation>
        </message>
        <message>
            <source>a list of numbers</source>
            <translation>eine Liste von Zahlen</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>a list of texts</source>
            <translation>eine Liste von Texten</translation>
        </message>
        <message>
            <source>Only with “{setting}”.</source>
            <translation>Nur mit „{setting}“.</translation>
        </message>
        <message>
            <source>Only if “{setting}” is “{choice}”.</source>
            <translation>Nur wenn „{setting}“ „{choice}“ ist.</translation>
        </message>
        <message>
            <source>Only if “{setting}” is not “{choice}”.</source>
            <translation>Nur wenn „{setting}“ nicht „{choice}“ ist.</translation>
        </message>
        <message>
            <source>groups of {seats}</source>
            <translation>Gruppen von {seats}</translation>
        </message>
        <message>
            <source>tail endowments of at most {most} coins</source>
            <translation>höchstens {most} Münzen für jeden der Übrigen</translation>
        </message>
        <message>
            <source>A mechanism of this game would need a table of {count} contribution profiles, and at most {most} fit: choose smaller endowments.</source>
            <translation>Ein Mechanismus dieses Spiels bräuchte eine Tabelle mit {count} Beitragsprofilen, und höchstens {most} haben Platz: Wählen Sie kleinere Ausstattungen.</translation>
        </message>
        <message>
            <source>A mechanism of this game would need a table of {count} contribution profiles, and at most {most} fit: choose {one}.</source>
            <translation>Ein Mechanismus dieses Spiels bräuchte eine Tabelle mit {count} Beitragsprofilen, und höchstens {most} haben Platz: Wählen Sie {one}.</translation>
        </message>
        <message>
            <source>A mechanism of this game would need a table of {count} contribution profiles, and at most {most} fit: choose {one}, or {other}.</source>
            <translation>Ein Mechanismus dieses Spiels bräuchte eine Tabelle mit {count} Beitragsprofilen, und höchstens {most} haben Platz: Wählen Sie {one} oder {other}.</translation>
        </message>
        <message>
            <source>The lab computer's identity {path} cannot be read or written ({reason}); give this user access to it.</source>
            <translation>Die Identität des Laborrechners {path} kann nicht gelesen oder geschrieben werden ({reason}); geben Sie diesem Benutzerkonto Zugriff darauf.</translation>
        </message>
        <message>
            <source>{name} has no column {column}; its columns are: {columns}.</source>
            <translation>{name} hat keine Spalte {column}; ihre Spalten sind: {columns}.</translation>
        </message>
        <message>
            <source>The first line of {name}, {first}, may be a heading or a participant; say which it is (on the command line with --heading or --no-heading).</source>
            <translation>Die erste Zeile von {name}, {first}, kann eine Überschrift oder eine Person sein; geben Sie an, was sie ist (auf der Befehlszeile mit --heading oder --no-heading).</translation>
        </message>
        <message>
            <source>{name} has the columns {columns}; say which of them holds the labels that people type at check-in (on the command line with --label-column).</source>
            <translation>{name} hat die Spalten {columns}; geben Sie an, in welcher die Kennungen stehen, die bei der Anmeldung eingegeben werden (auf der Befehlszeile mit --label-column).</translation>
        </message>
        <message>
            <source>{name}, line {line}: the heading of line {first} is there again, as in joined lists; remove it.</source>
            <translation>{name}, Zeile {line}: Die Überschrift von Zeile {first} steht hier noch einmal, wie in zusammengefügten Listen; entfernen Sie sie.</translation>
        </message>
        <message>
            <source>{name}, line {line}: the label {label} is already in line {earlier}.</source>
            <translation>{name}, Zeile {line}: Die Kennung {label} steht schon in Zeile {earlier}.</translation>
        </message>
        <message>
            <source>{name} has {count} labels; a participant list has at most {most}.</source>
            <translation>{name} hat {count} Kennungen; eine Teilnehmerliste hat höchstens {most}.</translation>
        </message>
        <message>
            <source>{name}, line {line}: there is no label in the column {column}.</source>
            <translation>{name}, Zeile {line}: In der Spalte {column} steht keine Kennung.</translation>
        </message>
        <message>
            <source>{name}, line {line}: character {place} of the label is a control character ({code}); remove it.</source>
            <translation>{name}, Zeile {line}: Zeichen {place} der Kennung ist ein Steuerzeichen ({code}); entfernen Sie es.</translation>
        </message>
        <message>
            <source>{name}, line {line}: a label has at most {most} characters.</source>
            <translation>{name}, Zeile {line}: Eine Kennung hat höchstens {most} Zeichen.</translation>
        </message>
        <message>
            <source>{name}, line {line}: {label} is how a spreadsheet writes a long number, whose digits are lost; format the column as text, enter the label anew, and save the list again.</source>
            <translation>{name}, Zeile {line}: {label} ist, wie eine Tabellenkalkulation eine lange Zahl schreibt, deren Ziffern verloren sind; formatieren Sie die Spalte als Text, geben Sie die Kennung neu ein und speichern Sie die Liste noch einmal.</translation>
        </message>
        <message>
            <source>{name}, line {line}: {label} is how a spreadsheet writes a date, and it makes one of labels such as 1-2; format the column as text, enter the label anew, and save the list again. If the label is meant so, write {other}.</source>
            <translation>{name}, Zeile {line}: So wie {label} schreibt eine Tabellenkalkulation ein Datum, und sie macht eines aus Kennungen wie 1-2; formatieren Sie die Spalte als Text, geben Sie die Kennung neu ein, und speichern Sie die Liste noch einmal. Ist die Kennung so gemeint, schreiben Sie {other}.</translation>
        </message>
        <message>
            <source>{name}, line {line}: a label has letters, digits, spaces and . _ @ + - only, and does not begin with + - or @; change or remove the {character} in it.</source>
            <translation>{name}, Zeile {line}: Eine Kennung besteht nur aus Buchstaben, Ziffern, Leerzeichen und . _ @ + - und beginnt nicht mit + - oder @; ändern oder entfernen Sie das {character} darin.</translation>
        </message>
        <message>
            <source>The participant list {path}</source>
            <translation>Die Teilnehmerliste {path}</translation>
        </message>
        <message>
            <source>{file} is a workbook of a spreadsheet; save the list in it as CSV.</source>
            <translation>{file} ist eine Arbeitsmappe einer Tabellenkalkulation; speichern Sie die Liste darin als CSV.</translation>
        </message>
        <message>
            <source>{name}, line {line}: a quotation mark has no partner; remove it, or save the list again.</source>
            <translation>{name}, Zeile {line}: Zu einem Anführungszeichen fehlt das zweite; entfernen Sie es, oder speichern Sie die Liste neu.</translation>
        </message>
        <message>
            <source>{name}, line {line}: the row is longer than any list's; save the list again.</source>
            <translation>{name}, Zeile {line}: Die Zeile ist länger als in jeder Liste; speichern Sie die Liste noch einmal.</translation>
        </message>
        <message>
            <source>{name} has no labels; write one per line.</source>
            <translation>{name} enthält keine Kennungen; schreiben Sie eine je Zeile.</translation>
        </message>
        <message>
            <source>The participant list {path} cannot be written ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Teilnehmerliste {path} kann nicht geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message numerus="yes">
            <source>{n} kiosk(s)</source>
            <translation>
                <numerusform>{n} Kiosk</numerusform>
                <numerusform>{n} Kioske</numerusform>
            </translation>
        </message>
        <message>
            <source>the session was abandoned</source>
            <translation>die Sitzung wurde abgebrochen</translation>
        </message>
        <message>
            <source>The session admits only labels on its participant list (participant_list), but the list is empty; give one with --participant-list, or switch participant_list off.</source>
            <translation>Die Sitzung verlangt eine Kennung ihrer Teilnehmerliste (participant_list), aber die Liste ist leer; geben Sie eine mit --participant-list an oder schalten Sie participant_list aus.</translation>
        </message>
        <message>
            <source>Session {session} was imported and cannot be played.</source>
            <translation>Sitzung {session} wurde importiert und kann nicht gespielt werden.</translation>
        </message>
        <message>
            <source>No session is hosted.</source>
            <translation>Es läuft keine Sitzung.</translation>
        </message>
        <message numerus="yes">
            <source>Group {group} has {n} seat(s) where the game has {seats}; leave it out or change the game of the study.</source>
            <translation>
                <numerusform>Gruppe {group} hat {n} Sitz, das Spiel aber {seats}; lassen Sie sie weg oder ändern Sie das Spiel der Studie.</numerusform>
                <numerusform>Gruppe {group} hat {n} Sitze, das Spiel aber {seats}; lassen Sie sie weg oder ändern Sie das Spiel der Studie.</numerusform>
            </translation>
        </message>
        <message>
            <source>Group {group}, stage {stage}, round {round}: a contribution of {coins} from an endowment of {endowment} does not fit a game with endowments of 1 to {most} coins; correct the data or leave the group out.</source>
            <translation>Gruppe {group}, Abschnitt {stage}, Runde {round}: Ein Beitrag von {coins} aus einer Ausstattung von {endowment} passt nicht zu einem Spiel mit Ausstattungen von 1 bis {most} Münzen; berichtigen Sie die Daten oder lassen Sie die Gruppe weg.</translation>
        </message>
        <message>
            <source>The table of {mechanism} in {folder} cannot be read ({error}); run the step again.</source>
            <translation>Die Tabelle von {mechanism} in {folder} kann nicht gelesen werden ({error}); führen Sie den Schritt noch einmal aus.</translation>
        </message>
        <message>
            <source>The checkpoint cannot be written to {folder} ({reason}); {remedy}, then try again.</source>
            <translation>Der Checkpoint kann nicht nach {folder} geschrieben werden ({reason}); {remedy} und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>{name} is not an HCMD Lab checkpoint; choose another one.</source>
            <translation>{name} ist kein Checkpoint dieses Labors; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>{name} holds a {kind} model where a {needed} model is needed.</source>
            <translation>{name} enthält ein Modell der Art {kind}, nötig ist eines der Art {needed}.</translation>
        </message>
        <message>
            <source>{name} describes a model that this version cannot build ({error}); use the version that wrote it.</source>
            <translation>{name} beschreibt ein Modell, das diese Version nicht aufbauen kann ({error}); verwenden Sie die Version, die es geschrieben hat.</translation>
        </message>
        <message>
            <source>{name} lacks parameters of the model it describes; use the version that wrote it.</source>
            <translation>In {name} fehlen Parameter des beschriebenen Modells; verwenden Sie die Version, die es geschrieben hat.</translation>
        </message>
        <message>
            <source>A checkpoint is named by the 64 hexadecimal digits of its SHA-256, not {sha256}.</source>
            <translation>Ein Checkpoint heißt nach den 64 hexadezimalen Ziffern seines SHA-256, nicht {sha256}.</translation>
        </message>
        <message>
            <source>The checkpoint {path} cannot be read ({reason}); if there is a backup, bring it back from there (File, Backups, Bring back checkpoints, or: hcmd-lab restore STUDY --checkpoints).</source>
            <translation>Der Zwischenstand {path} ist nicht zu lesen ({reason}); gibt es eine Sicherung, holen Sie ihn von dort zurück (Datei, Sicherungen, Checkpoints zurückholen, oder: hcmd-lab restore STUDY --checkpoints).</translation>
        </message>
        <message>
            <source>The checkpoint {path} is damaged: its bytes no longer match its name; if there is a backup, bring it back from there (File, Backups, Bring back checkpoints, or: hcmd-lab restore STUDY --checkpoints).</source>
            <translation>Der Zwischenstand {path} ist beschädigt: Seine Bytes passen nicht mehr zu seinem Namen; gibt es eine Sicherung, holen Sie ihn von dort zurück (Datei, Sicherungen, Checkpoints zurückholen, oder: hcmd-lab restore STUDY --checkpoints).</translation>
        </message>
        <message>
            <source>The number of threads must be at least 0, not {threads}.</source>
            <translation>Die Zahl der Threads muss mindestens 0 sein, nicht {threads}.</translation>
        </message>
        <message>
            <source>This computer has no usable {device} device; choose auto, or install its driver.</source>
            <translation>Dieser Rechner hat kein nutzbares Gerät {device}; wählen Sie „Automatisch“ oder installieren Sie den Treiber.</translation>
        </message>
        <message>
            <source>No group has played both {mechanism} and {baseline} and voted; run evaluation sessions with these two first.</source>
            <translation>Keine Gruppe hat sowohl {mechanism} als auch {baseline} erlebt und abgestimmt; führen Sie zuerst Evaluationssitzungen mit diesen beiden durch.</translation>
        </message>
        <message numerus="yes">
            <source>MODEL needs at least {least} groups with decisions, but there (is|are) only {n}; run more sessions first.</source>
            <translation>
                <numerusform>MODEL braucht mindestens {least} Gruppen mit Entscheidungen, und es gibt {n}; führen Sie zuerst weitere Sitzungen durch.</numerusform>
                <numerusform>MODEL braucht mindestens {least} Gruppen mit Entscheidungen, und es gibt {n}; führen Sie zuerst weitere Sitzungen durch.</numerusform>
            </translation>
        </message>
        <message>
            <source>MODEL needs at least one size, one split, one epoch, one fit and one penalty, all penalties above 0; change the study's settings.</source>
            <translation>MODEL braucht mindestens eine Größe, eine Aufteilung, eine Epoche, eine Anpassung und eine Strafe, alle Strafen über 0; ändern Sie die Einstellungen der Studie.</translation>
        </message>
        <message>
            <source>The participant models cannot be built with size {linear}/{lstm} and inputs {inputs} ({error}); change the study's settings.</source>
            <translation>Die Modelle der Teilnehmenden können mit der Größe {linear}/{lstm} und den Eingaben {inputs} nicht aufgebaut werden ({error}); ändern Sie die Einstellungen der Studie.</translation>
        </message>
        <message>
            <source>At least two games in each condition are simulated, not {n}.</source>
            <translation>Je Bedingung werden mindestens zwei Spiele simuliert, nicht {n}.</translation>
        </message>
        <message>
            <source>The mechanism's table in {path} cannot be read ({error}); start again.</source>
            <translation>Die Tabelle des Mechanismus in {path} ist nicht zu lesen ({error}); beginnen Sie noch einmal.</translation>
        </message>
        <message>
            <source>The width must be between 1 and {most}, not {width}.</source>
            <translation>Die Breite muss zwischen 1 und {most} liegen, nicht bei {width}.</translation>
        </message>
        <message>
            <source>The mechanism of the study {study} has a different width or different restrictions from those of this study; make this study with the same settings.</source>
            <translation>Der Mechanismus der Studie {study} hat eine andere Breite oder hält sich an andere Vorgaben, als diese Studie verlangt; legen Sie die Studie mit deren Einstellungen an.</translation>
        </message>
        <message>
            <source>The mechanism's table cannot be written to {folder} ({reason}); {remedy}, then try again.</source>
            <translation>Die Tabelle des Mechanismus kann nicht nach {folder} geschrieben werden ({reason}); {remedy} und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>CONVERGENCE compares at least two mechanisms in at least two games per condition, not {mechanisms} in {games}.</source>
            <translation>CONVERGENCE vergleicht mindestens zwei Mechanismen in mindestens zwei Spielen pro Bedingung, nicht {mechanisms} in {games}.</translation>
        </message>
        <message>
            <source>The number of games in a batch must be a multiple of the {conditions} endowment conditions and at least {least}, not {games}.</source>
            <translation>Die Zahl der Spiele in einem Batch muss ein Vielfaches der {conditions} Ausstattungsbedingungen und mindestens {least} sein, nicht {games}.</translation>
        </message>
        <message numerus="yes">
            <source>The participant models were fitted to a game with {n} round(s), {seats} seats and at most {coins} coins; run MODEL again on data of the game that OPTIMIZE is to use.</source>
            <translation>
                <numerusform>Die Modelle der Teilnehmenden wurden an ein Spiel mit {n} Runde, {seats} Sitzen und höchstens {coins} Münzen angepasst; lassen Sie MODEL noch einmal mit Daten des Spiels laufen, das optimiert werden soll.</numerusform>
                <numerusform>Die Modelle der Teilnehmenden wurden an ein Spiel mit {n} Runden, {seats} Sitzen und höchstens {coins} Münzen angepasst; lassen Sie MODEL noch einmal mit Daten des Spiels laufen, das optimiert werden soll.</numerusform>
            </translation>
        </message>
        <message>
            <source>The training progress cannot be written to {folder} ({reason}); {remedy}, then start it again: it continues from the last save.</source>
            <translation>Der Stand des Trainings kann nicht nach {folder} geschrieben werden ({reason}); {remedy} und starten Sie es dann noch einmal: Es geht weiter, wo es zuletzt gespeichert wurde.</translation>
        </message>
        <message>
            <source>The training progress in {path} cannot be read; delete that file to start over.</source>
            <translation>Der Stand des Trainings in {path} kann nicht gelesen werden; löschen Sie diese Datei, um von vorn zu beginnen.</translation>
        </message>
        <message>
            <source>{path} belongs to training with different settings, or of another version; cancel the step, or delete that file, to start over.</source>
            <translation>{path} gehört zu einem Training mit anderen Einstellungen oder einer anderen Version; brechen Sie den Schritt ab, oder löschen Sie die Datei, um neu zu beginnen.</translation>
        </message>
        <message>
            <source>Training produced numbers that are not finite; start it again with a smaller learning rate.</source>
            <translation>Das Training hat den Zahlenbereich verlassen; starten Sie es noch einmal mit einer kleineren Lernrate.</translation>
        </message>
        <message>
            <source>Training needs more memory than is available; close other programs, or copy the study's folder to a computer with more memory, then start it again: it goes on from what it has saved.</source>
            <translation>Das Training braucht mehr Arbeitsspeicher, als frei ist; schließen Sie andere Programme, oder kopieren Sie den Ordner der Studie auf einen Computer mit mehr Arbeitsspeicher. Starten Sie es dann noch einmal: Es macht mit dem weiter, was es gespeichert hat.</translation>
        </message>
        <message>
            <source>Training could not go on: a file cannot be read or written ({reason}); {remedy}, then start training again: it continues from the last save.</source>
            <translation>Das Training konnte nicht weitergehen: Eine Datei lässt sich nicht lesen oder schreiben ({reason}); {remedy} und starten Sie das Training dann noch einmal: Es geht weiter, wo es zuletzt gespeichert wurde.</translation>
        </message>
        <message>
            <source>Training failed because of a fault in this program ({kind}: {error}); please report it with the log.</source>
            <translation>Das Training ist an einem Fehler dieses Programms gescheitert ({kind}: {error}); bitte melden Sie ihn mit dem Protokoll.</translation>
        </message>
        <message>
            <source>The training job in {path} cannot be read ({error}); start the step again.</source>
            <translation>Der Trainingsauftrag in {path} kann nicht gelesen werden ({error}); starten Sie den Schritt noch einmal.</translation>
        </message>
        <message>
            <source>{address} is not a network address; give this computer's numeric address, or 0.0.0.0 for all of its networks.</source>
            <translation>{address} ist keine Netzwerkadresse; geben Sie die Adresse dieses Rechners in Zahlen an, oder 0.0.0.0 für alle seine Netzwerke.</translation>
        </message>
        <message>
            <source>The lab computer cannot listen on {address} port {port} ({reason}); {remedy}.</source>
            <translation>Der Laborrechner kann an {address}, Port {port}, nicht lauschen ({reason}); {remedy}.</translation>
        </message>
        <message>
            <source>The lab computer's certificate in {path} expired on {day}, and this computer's date is {today}. If that is wrong, set it; otherwise delete the file to get a new certificate and pair the stations again.</source>
            <translation>Das Zertifikat des Laborrechners in {path} ist am {day} abgelaufen, und das Datum dieses Rechners ist {today}. Ist das falsch, dann stellen Sie es; sonst löschen Sie die Datei, um ein neues Zertifikat zu erhalten, und koppeln Sie die Plätze noch einmal.</translation>
        </message>
        <message>
            <source>The lab computer's identity {path} is damaged; put it back from a backup, or delete it to get a new one and pair the stations again.</source>
            <translation>Die Identität des Laborrechners {path} ist beschädigt; stellen Sie sie aus einer Sicherung wieder her, oder löschen Sie sie, um eine neue zu erhalten, und koppeln Sie die Plätze noch einmal.</translation>
        </message>
        <message>
            <source>This station's pairing {path} cannot be read; delete the file and pair the station again with the code that the lab computer shows.</source>
            <translation>Die Kopplung {path} dieses Platzes kann nicht gelesen werden; löschen Sie die Datei und koppeln Sie den Platz noch einmal mit dem Code, den der Laborrechner zeigt.</translation>
        </message>
        <message>
            <source>This station's pairing {path} cannot be written ({reason}); {remedy}, or choose another folder with --state-dir.</source>
            <translation>Die Kopplung {path} dieses Platzes kann nicht geschrieben werden ({reason}); {remedy}, oder wählen Sie mit --state-dir einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Station {station} is not paired with a lab computer yet; start it with --code - and type the pairing code that the lab computer shows.</source>
            <translation>Platz {station} ist noch mit keinem Laborrechner gekoppelt; starten Sie ihn mit --code - und geben Sie den Kopplungscode ein, den der Laborrechner zeigt.</translation>
        </message>
        <message>
            <source>The PIN to leave a kiosk must consist of 4 to 12 digits.</source>
            <translation>Die PIN zum Verlassen eines Kiosks muss aus 4 bis 12 Ziffern bestehen und aus nichts sonst.</translation>
        </message>
        <message>
            <source>A station {name} is already paired; choose another name, or unpair it first.</source>
            <translation>Ein Platz {name} ist schon gekoppelt; wählen Sie einen anderen Namen, oder geben Sie ihn zuerst frei.</translation>
        </message>
        <message>
            <source>The lab computer's identity {path} is in use by another program; close it and try again.</source>
            <translation>Die Identität des Laborrechners {path} wird von einem anderen Programm benutzt; schließen Sie es, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The lab computer's identity {path} cannot be read or written ({reason}); give this user access to it, or name another folder in {variable}.</source>
            <translation>Die Identität des Laborrechners {path} kann nicht gelesen oder geschrieben werden ({reason}); geben Sie diesem Benutzerkonto Zugriff darauf, oder nennen Sie in {variable} einen anderen Ordner.</translation>
        </message>
        <message>
            <source>another program listens there</source>
            <translation>dort lauscht ein anderes Programm</translation>
        </message>
        <message>
            <source>this computer has no such address</source>
            <translation>dieser Rechner hat keine solche Adresse</translation>
        </message>
        <message>
            <source>the system does not allow it</source>
            <translation>das System erlaubt es nicht</translation>
        </message>
        <message>
            <source>this computer has no network of this kind</source>
            <translation>dieser Rechner hat kein Netz dieser Art</translation>
        </message>
        <message>
            <source>close the program that uses the port, perhaps another session or an update of the stations, or choose another port</source>
            <translation>schließen Sie das Programm, das den Port benutzt, vielleicht eine andere Sitzung oder eine Aktualisierung der Plätze, oder wählen Sie einen anderen Port</translation>
        </message>
        <message>
            <source>choose another port</source>
            <translation>wählen Sie einen anderen Port</translation>
        </message>
        <message>
            <source>close other programs</source>
            <translation>schließen Sie andere Programme</translation>
        </message>
        <message>
            <source>listen on all of its networks (0.0.0.0)</source>
            <translation>lauschen Sie in allen seinen Netzen (0.0.0.0)</translation>
        </message>
        <message>
            <source>listen on {addresses}, or on all of its networks (0.0.0.0)</source>
            <translation>lauschen Sie an {addresses} oder in allen seinen Netzen (0.0.0.0)</translation>
        </message>
        <message>
            <source>A pairing code has only digits and letters other than U, not {character}; type it as the lab computer shows it.</source>
            <translation>Ein Kopplungscode hat nur Ziffern und Buchstaben ohne U, nicht {character}; geben Sie ihn so ein, wie der Laborrechner ihn zeigt.</translation>
        </message>
        <message>
            <source>A pairing code has {expected} characters, not {typed}; type it as the lab computer shows it, like 7Q4M-X2KD-90AB-C3FT.</source>
            <translation>Ein Kopplungscode hat {expected} Zeichen, nicht {typed}; geben Sie ihn so ein, wie der Laborrechner ihn zeigt, etwa 7Q4M-X2KD-90AB-C3FT.</translation>
        </message>
        <message>
            <source>The wake signal could not be sent ({reason}); connect this computer to the network of the kiosks.</source>
            <translation>Das Wecksignal konnte nicht gesendet werden ({reason}); verbinden Sie diesen Rechner mit dem Netz der Kioske.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written ({reason}); {remedy}, or choose another folder.</source>
            <translation>Der Ordner {folder} kann nicht geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{folder} is a whole disk; choose a folder in it.</source>
            <translation>{folder} ist ein ganzer Datenträger; wählen Sie einen Ordner darin.</translation>
        </message>
        <message>
            <source>The name {folder} has signs that are no text on this system; rename it, or choose another folder.</source>
            <translation>Der Name {folder} enthält Zeichen, die auf diesem System kein Text sind; benennen Sie ihn um, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{folder} is not a folder; choose another one.</source>
            <translation>{folder} ist kein Ordner; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>{folder} has files in it that no study has written so; nothing there is replaced. Choose a new or empty folder.</source>
            <translation>In {folder} liegen Dateien, die keine Studie so geschrieben hat; dort wird nichts ersetzt. Wählen Sie einen neuen oder leeren Ordner.</translation>
        </message>
        <message>
            <source>{folder} holds the {kind} of another study; nothing there is replaced. Choose another folder.</source>
            <translation>{folder} enthält schon etwas ({kind}) von einer anderen Studie; dort wird nichts ersetzt. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{folder} holds the {kind} of this study, and nothing else is written over it; choose another folder.</source>
            <translation>{folder} enthält schon etwas anderes ({kind}) von dieser Studie, das nicht überschrieben wird; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message numerus="yes">
            <source>{n} file(s) in {folder} (was|were) added or changed since the {kind} was written ({files}); nothing there is replaced. Move what you want to keep, or choose another folder.</source>
            <translation>
                <numerusform>{n} Datei in {folder} ({kind}) ist seit dem Schreiben hinzugekommen oder geändert worden ({files}); dort wird nichts ersetzt. Verschieben Sie, was Sie behalten wollen, oder wählen Sie einen anderen Ordner.</numerusform>
                <numerusform>{n} Dateien in {folder} ({kind}) sind seit dem Schreiben hinzugekommen oder geändert worden ({files}); dort wird nichts ersetzt. Verschieben Sie, was Sie behalten wollen, oder wählen Sie einen anderen Ordner.</numerusform>
            </translation>
        </message>
        <message>
            <source>export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>replication package</source>
            <translation>Replikationspaket</translation>
        </message>
        <message>
            <source>The host ended before stations could connect.</source>
            <translation>Das Programm der Sitzung endete, bevor es erreichbar war.</translation>
        </message>
        <message numerus="yes">
            <source>The package {folder} holds what {n} group(s) did; pictures of the report, each with its numbers: {pictures}. README.md says what is in it.</source>
            <translation>
                <numerusform>Das Paket {folder} enthält, was {n} Gruppe getan hat; Bilder des Berichts, jedes mit seinen Zahlen: {pictures}. README.md sagt, was darin ist.</numerusform>
                <numerusform>Das Paket {folder} enthält, was {n} Gruppen getan haben; Bilder des Berichts, jedes mit seinen Zahlen: {pictures}. README.md sagt, was darin ist.</numerusform>
            </translation>
        </message>
        <message>
            <source>To check it anywhere, with Python and NumPy alone: {command}</source>
            <translation>Überall nachzurechnen, mit Python und NumPy allein: {command}</translation>
        </message>
        <message>
            <source>No licence was chosen: nobody else may use the data yet.</source>
            <translation>Es wurde keine Lizenz gewählt: Noch darf niemand sonst die Daten verwenden.</translation>
        </message>
        <message>
            <source>It has no files for Stata and SPSS: they need pyreadstat (pip install "hcmd-lab[statistics]").</source>
            <translation>Dateien für Stata und SPSS fehlen: Sie brauchen pyreadstat (pip install "hcmd-lab[statistics]").</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) of EVALUATE (has|have) played whose votes have not been counted yet, and a package would show them. Count them first, or say that they may be seen: the audit tells it then.</source>
            <translation>
                <numerusform>{n} Gruppe von EVALUATE hat gespielt, deren Stimmen noch nicht gezählt sind, und ein Paket würde sie zeigen. Zählen Sie sie zuerst, oder erlauben Sie, dass man sie sieht: Der Nachweis sagt es dann.</numerusform>
                <numerusform>{n} Gruppen von EVALUATE haben gespielt, deren Stimmen noch nicht gezählt sind, und ein Paket würde sie zeigen. Zählen Sie sie zuerst, oder erlauben Sie, dass man sie sieht: Der Nachweis sagt es dann.</numerusform>
            </translation>
        </message>
        <message>
            <source>Its process crashed repeatedly, perhaps for lack of memory; compute fewer at a time, and run the same command again: it continues from the last save.</source>
            <translation>Ihr Prozess ist immer wieder abgebrochen, vielleicht aus Speichermangel; lassen Sie weniger gleichzeitig rechnen und geben Sie denselben Befehl erneut ein: Es geht mit dem Gespeicherten weiter.</translation>
        </message>
        <message>
            <source>It failed because of a fault in this program ({kind}: {error}); please report it with the output above.</source>
            <translation>Sie ist an einem Fehler dieses Programms gescheitert ({kind}: {error}); bitte melden Sie ihn mit dem, was oben steht.</translation>
        </message>
        <message>
            <source>The setting {name} cannot be set here: the seeds are given by --seeds, and the participants are simulated.</source>
            <translation>Die Einstellung {name} lässt sich hier nicht setzen: Die Startwerte nennt --seeds, und die Personen sind simuliert.</translation>
        </message>
        <message>
            <source>The setting {name} is given by both --set and --grid; leave one of them out.</source>
            <translation>Die Einstellung {name} ist mit --set und mit --grid angegeben; lassen Sie eines von beiden weg.</translation>
        </message>
        <message>
            <source>{text} is not a list of seeds; write --seeds as 1-5 or as 1-3,7.</source>
            <translation>{text} nennt keine Startwerte; schreiben Sie --seeds wie 1-5 oder wie 1-3,7.</translation>
        </message>
        <message>
            <source>{text} are more than {most} seeds; ask for fewer at a time.</source>
            <translation>{text} sind mehr als {most} Startwerte; verlangen Sie weniger auf einmal.</translation>
        </message>
        <message>
            <source>{option} gives no values for a setting; write --grid as name=value,value.</source>
            <translation>{option} nennt keine Werte einer Einstellung; schreiben Sie --grid wie name=Wert,Wert.</translation>
        </message>
        <message>
            <source>The setting {name} has two --grid options; put all of its values into one.</source>
            <translation>Die Einstellung {name} hat zwei Optionen --grid; nennen Sie alle ihre Werte in einer.</translation>
        </message>
        <message>
            <source>The result of the replication {name} cannot be read ({error}); delete its file, and run the same command again: it is recreated from the study.</source>
            <translation>Das Ergebnis der Replikation {name} ist nicht lesbar ({error}); löschen Sie seine Datei und geben Sie denselben Befehl erneut ein: Es wird aus der Studie neu erstellt.</translation>
        </message>
        <message>
            <source>The tables cannot be written to {folder} ({reason}); {remedy}, then run the same command again.</source>
            <translation>Die Tabellen lassen sich nicht nach {folder} schreiben ({reason}); {remedy} und geben Sie dann denselben Befehl erneut ein.</translation>
        </message>
        <message>
            <source>{folder} is a study; choose another folder for the replications.</source>
            <translation>{folder} ist eine Studie; wählen Sie für die Replikationen einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be used for replications ({error}); choose another, or make it readable and writable.</source>
            <translation>Der Ordner {folder} ist für Replikationen nicht brauchbar ({error}); wählen Sie einen anderen, oder machen Sie ihn lesbar und beschreibbar.</translation>
        </message>
        <message>
            <source>The folder {folder} holds replications with different settings ({names}); give the same preset and the same --set options, or choose another folder.</source>
            <translation>Der Ordner {folder} enthält Replikationen mit anderen Einstellungen ({names}); geben Sie dieselbe Voreinstellung und dieselben Optionen --set an, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The computer {computer} has too little memory for the replication {name}; compute fewer there at a time, and run the same command again.</source>
            <translation>Der Rechner {computer} hat zu wenig Speicher für die Replikation {name}; lassen Sie dort weniger gleichzeitig rechnen und geben Sie denselben Befehl erneut ein.</translation>
        </message>
        <message>
            <source>The folder {folder} holds a study with different settings; move it away, or choose another folder for the replications.</source>
            <translation>Der Ordner {folder} enthält eine Studie mit anderen Einstellungen; verschieben Sie ihn, oder wählen Sie für die Replikationen einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The worker on {computer} runs HCMD Lab {there}, but this computer runs {here}; install the same version on all computers.</source>
            <translation>Der Worker auf {computer} hat HCMD Lab {there}, und dies ist {here}; installieren Sie auf allen Rechnern dieselbe Version.</translation>
        </message>
        <message>
            <source>The worker on {computer} cannot see the folder {folder}; choose a folder on a file system that all workers share under the same path.</source>
            <translation>Der Worker auf {computer} sieht den Ordner {folder} nicht; wählen Sie einen Ordner auf einem Dateisystem, das alle Worker unter demselben Pfad teilen.</translation>
        </message>
        <message>
            <source>--scheduler needs the package distributed; install it on this computer and on those of all workers with: {command}</source>
            <translation>Für --scheduler fehlt das Paket distributed; installieren Sie es auf diesem Rechner und auf denen aller Worker mit: {command}</translation>
        </message>
        <message>
            <source>No Dask scheduler answers at {address}; give --scheduler the address that dask scheduler shows when it starts, such as tcp://node17:8786.</source>
            <translation>Unter {address} antwortet kein Dask-Scheduler; geben Sie --scheduler die Adresse, die dask scheduler beim Start zeigt, etwa tcp://node17:8786.</translation>
        </message>
        <message>
            <source>The Dask scheduler no longer answers; start it again with its workers, and run the same command: every replication continues where it stopped.</source>
            <translation>Der Dask-Scheduler antwortet nicht mehr; starten Sie ihn mit seinen Workern neu und geben Sie denselben Befehl ein: Jede Replikation geht dort weiter, wo sie war.</translation>
        </message>
        <message>
            <source>A minimum share of {share} for each of {seats} participants leaves nothing to learn; choose a smaller minimum share.</source>
            <translation>Ein Mindestanteil von {share} für jede von {seats} Personen lässt nichts zu lernen übrig; wählen Sie einen kleineren Mindestanteil.</translation>
        </message>
        <message>
            <source>A minimum share of {share} alone can take a mechanism {away} away from the reference {reference}, so a distance of {distance} leaves too little to learn; choose a distance of at least {least}, or a smaller minimum share.</source>
            <translation>Ein Mindestanteil von {share} führt einen Mechanismus bis zu {away} vom Bezug {reference} weg, und der Abstand {distance} lässt daneben zu wenig übrig; wählen Sie einen Abstand von mindestens {least} oder einen kleineren Mindestanteil.</translation>
        </message>
        <message>
            <source>smallest share {found}, at least {asked} required</source>
            <translation>kleinster Anteil {found}, verlangt ist mindestens {asked}</translation>
        </message>
        <message numerus="yes">
            <source>{n} state(s) where contributing more lowers the share</source>
            <translation>
                <numerusform>{n} Fall, in dem mehr zu geben den Anteil senkt</numerusform>
                <numerusform>{n} Fälle, in denen mehr zu geben den Anteil senkt</numerusform>
            </translation>
        </message>
        <message>
            <source>no state where contributing more lowers the share</source>
            <translation>kein Fall, in dem mehr zu geben den Anteil senkt</translation>
        </message>
        <message>
            <source>greatest distance from {reference} {found}, at most {asked} allowed</source>
            <translation>größter Abstand von „{reference}“ {found}, erlaubt ist höchstens {asked}</translation>
        </message>
        <message>
            <source>The folder that this terminal is in is not there any more; change to another one.</source>
            <translation>Den Ordner, in dem dieses Terminal ist, gibt es nicht mehr; wechseln Sie in einen anderen.</translation>
        </message>
        <message>
            <source>{sentence} {next}</source>
            <translation>{sentence} {next}</translation>
        </message>
        <message>
            <source>{place} lies in the study's own folder, with which its backups would be lost or moved; choose a folder outside it, best on another disk.</source>
            <translation>{place} liegt im eigenen Ordner der Studie, mit dem die Sicherungen verloren gingen oder verschoben würden; wählen Sie einen Ordner außerhalb, am besten auf einem anderen Datenträger.</translation>
        </message>
        <message>
            <source>Backups cannot be written to {place} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Nach {place} können keine Sicherungen geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>session {session}: {finding}</source>
            <translation>Sitzung {session}: {finding}</translation>
        </message>
        <message>
            <source>the confirmed decision {nonce} is not in the log</source>
            <translation>die bestätigte Entscheidung {nonce} steht nicht im Protokoll</translation>
        </message>
        <message>
            <source>its log cannot be replayed: {error}</source>
            <translation>ihr Protokoll lässt sich nicht nachspielen: {error}</translation>
        </message>
        <message numerus="yes">
            <source>the decision {nonce} of seat {seat} of group {group} is {n} time(s) in the log</source>
            <translation>
                <numerusform>die Entscheidung {nonce} des Sitzes {seat} der Gruppe {group} steht {n}-mal im Protokoll</numerusform>
                <numerusform>die Entscheidung {nonce} des Sitzes {seat} der Gruppe {group} steht {n}-mal im Protokoll</numerusform>
            </translation>
        </message>
        <message>
            <source>Event {event_id} of the study is of the unknown kind {kind}; open the study with the version of HCMD Lab that wrote it.</source>
            <translation>Ereignis {event_id} der Studie ist von der unbekannten Art {kind}; öffnen Sie die Studie mit der Version von HCMD Lab, die es geschrieben hat.</translation>
        </message>
        <message>
            <source>Event {event_id} of the study ({kind}) is damaged ({error}); if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY).</source>
            <translation>Ereignis {event_id} der Studie ({kind}) ist beschädigt ({error}); gibt es eine Sicherung, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY).</translation>
        </message>
        <message numerus="yes">
            <source>The study {path} lacks {n} event(s) that were saved by {when} UTC: its file study.db-wal is missing, or study.db is an older copy. Put the files back; or restore a backup (File, Backups, or: hcmd-lab restore STUDY); or take it as it is (File, Backups, or: hcmd-lab restore STUDY --as-it-is).</source>
            <translation>
                <numerusform>Der Studie {path} fehlt {n} Ereignis, das bis {when} UTC gespeichert war: Ihre Datei study.db-wal fehlt, oder study.db ist eine ältere Kopie. Legen Sie die Dateien zurück; oder stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY); oder nehmen Sie sie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is).</numerusform>
                <numerusform>Der Studie {path} fehlen {n} Ereignisse, die bis {when} UTC gespeichert waren: Ihre Datei study.db-wal fehlt, oder study.db ist eine ältere Kopie. Legen Sie die Dateien zurück; oder stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY); oder nehmen Sie sie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is).</numerusform>
            </translation>
        </message>
        <message>
            <source>The log of the study {path} is not the one that was saved by {when} UTC: study.db was changed or replaced. Put it back; or restore a backup (File, Backups, or: hcmd-lab restore STUDY); or take it as it is (File, Backups, or: hcmd-lab restore STUDY --as-it-is).</source>
            <translation>Das Protokoll der Studie {path} ist nicht das, was bis {when} UTC gespeichert war: study.db wurde geändert oder ersetzt. Legen Sie sie zurück; oder stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY); oder nehmen Sie die Studie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is).</translation>
        </message>
        <message numerus="yes">
            <source>The study {path} lacks {n} change(s) of its settings, training steps or notes that were saved by {when} UTC: its file study.db-wal is missing, or study.db is an older copy. Put the files back; or restore a backup (File, Backups, or: hcmd-lab restore STUDY); or take it as it is (File, Backups, or: hcmd-lab restore STUDY --as-it-is).</source>
            <translation>
                <numerusform>Der Studie {path} fehlt {n} Änderung ihrer Einstellungen, Trainingsschritte oder Notizen, die bis {when} UTC gespeichert war: Ihre Datei study.db-wal fehlt, oder study.db ist eine ältere Kopie. Legen Sie die Dateien zurück; oder stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY); oder nehmen Sie sie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is).</numerusform>
                <numerusform>Der Studie {path} fehlen {n} Änderungen ihrer Einstellungen, Trainingsschritte oder Notizen, die bis {when} UTC gespeichert waren: Ihre Datei study.db-wal fehlt, oder study.db ist eine ältere Kopie. Legen Sie die Dateien zurück; oder stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY); oder nehmen Sie sie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is).</numerusform>
            </translation>
        </message>
        <message>
            <source>Settings, training steps and notes of the study {path} are not those that were saved by {when} UTC: study.db was changed or replaced. Put it back; or restore a backup (File, Backups, or: hcmd-lab restore STUDY); or take it as it is (File, Backups, or: hcmd-lab restore STUDY --as-it-is).</source>
            <translation>Einstellungen, Trainingsschritte und Notizen der Studie {path} sind nicht die, die bis {when} UTC gespeichert waren: study.db wurde verändert oder ersetzt. Legen Sie sie zurück; oder stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY); oder nehmen Sie sie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is).</translation>
        </message>
        <message>
            <source>the file study.mark is missing or cannot be read: it cannot be told whether the log has all events that were saved; put the file back if you have it</source>
            <translation>die Datei study.mark fehlt oder ist nicht lesbar: ob das Protokoll alle gespeicherten Ereignisse enthält, lässt sich nicht sagen; legen Sie die Datei zurück, wenn Sie sie haben</translation>
        </message>
        <message>
            <source>the study was opened at {when} UTC without its file study.mark, or with one that could not be read: it cannot be told whether events or changes that had been saved were missing then; restore a backup from before (File, Backups, or: hcmd-lab restore STUDY --from FILE), or take the study as it is (File, Backups, or: hcmd-lab restore STUDY --as-it-is)</source>
            <translation>die Studie wurde um {when} UTC ohne ihre Datei study.mark geöffnet oder mit einer, die nicht zu lesen war: Es lässt sich nicht sagen, ob damals gespeicherte Ereignisse oder Änderungen fehlten; stellen Sie eine Sicherung von vorher wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY --from FILE), oder übernehmen Sie die Studie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is)</translation>
        </message>
        <message>
            <source>the database is not as this program makes one: {part}</source>
            <translation>die Datenbank ist nicht so, wie dieses Programm eine anlegt: {part}</translation>
        </message>
        <message>
            <source>The database of the study {path} holds what HCMD Lab has not put there ({parts}), and is not opened; if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY).</source>
            <translation>Die Datenbank der Studie {path} enthält, was nicht von HCMD Lab stammt ({parts}), und wird nicht geöffnet; gibt es eine Sicherung, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY).</translation>
        </message>
        <message>
            <source>The database of the study {path} lacks what HCMD Lab has put there ({tables}), and is not opened; if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY).</source>
            <translation>Der Datenbank der Studie {path} fehlt, was HCMD Lab dort angelegt hat ({tables}); sie wird nicht geöffnet. Wenn es eine Sicherung gibt, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY).</translation>
        </message>
        <message>
            <source>The study {folder} is already open in another window or program; close it there first.</source>
            <translation>Die Studie {folder} ist schon in einem anderen Fenster oder Programm offen; schließen Sie sie zuerst dort.</translation>
        </message>
        <message>
            <source>{folder} is a file and no study folder; check the path.</source>
            <translation>{folder} ist eine Datei und kein Ordner einer Studie; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <source>There is no study folder {folder}; check the path, or create a new study there.</source>
            <translation>Es gibt keinen Studienordner {folder}; prüfen Sie den Pfad oder legen Sie dort eine neue Studie an.</translation>
        </message>
        <message>
            <source>The study {folder} has lost its study.db; copy the whole folder to a safe place. {remedy}</source>
            <translation>Der Studie {folder} fehlt ihre study.db; kopieren Sie den ganzen Ordner an einen sicheren Ort. {remedy}</translation>
        </message>
        <message>
            <source>{folder} is not a study folder: it has no study.db; check the path.</source>
            <translation>{folder} ist kein Studienordner: study.db fehlt; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <source>{folder} is not a study: its study.db is empty; check the path.</source>
            <translation>{folder} ist keine Studie: Ihre study.db ist leer; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <source>{folder} is not a study: its study.db belongs to another program; check the path.</source>
            <translation>{folder} ist keine Studie: study.db gehört zu einem anderen Programm; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <source>event {event} does not follow from those before it: it was changed, or one before it was removed or put in</source>
            <translation>Ereignis {event} folgt nicht aus denen davor: es wurde geändert, oder eines davor entfernt oder eingefügt</translation>
        </message>
        <message>
            <source>There is no backup of it: none lies in {place}.</source>
            <translation>Es gibt keine Sicherung von ihr: In {place} liegt keine.</translation>
        </message>
        <message>
            <source>Its newest backup is of {when} UTC; restore the newest that is sound (File, Backups, or: hcmd-lab restore STUDY).</source>
            <translation>Die neueste Sicherung ist von {when} UTC; stellen Sie die neueste wieder her, die in Ordnung ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY).</translation>
        </message>
        <message>
            <source>The disk of the study {path} is full; free some space and try again. Everything that was confirmed is saved.</source>
            <translation>Die Festplatte der Studie {path} ist voll; schaffen Sie Platz und versuchen Sie es noch einmal. Alles, was bestätigt wurde, ist gespeichert.</translation>
        </message>
        <message>
            <source>The database of the study {path} is damaged; copy the whole folder to a safe place. {remedy}</source>
            <translation>Die Datenbank der Studie {path} ist beschädigt; kopieren Sie den ganzen Ordner an einen sicheren Ort. {remedy}</translation>
        </message>
        <message>
            <source>What is read of the database of the study {path} is not what was written: its disk fails, or the file is damaged. Close the study, open it again and have it checked (Data, Check the study, or: hcmd-lab check STUDY) before you restore a backup.</source>
            <translation>Was von der Datenbank der Studie {path} gelesen wird, ist nicht, was geschrieben wurde: Ihr Datenträger versagt, oder die Datei ist beschädigt. Schließen Sie die Studie, öffnen Sie sie wieder und lassen Sie sie prüfen (Daten, Studie prüfen, oder: hcmd-lab check STUDY), bevor Sie eine Sicherung wiederherstellen.</translation>
        </message>
        <message>
            <source>{path} is not a study: its study.db is not a database.</source>
            <translation>{path} ist keine Studie: study.db ist keine Datenbank.</translation>
        </message>
        <message>
            <source>The disk of the study {path} could not be read or written; check that it is connected and sound, then try again.</source>
            <translation>Die Festplatte der Studie {path} konnte nicht gelesen oder beschrieben werden; prüfen Sie, ob sie angeschlossen und in Ordnung ist, und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>The study {path} cannot be written; it is open read-only, or its folder is write-protected.</source>
            <translation>Die Studie {path} kann nicht beschrieben werden; sie ist nur zum Lesen geöffnet, oder ihr Ordner ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>The database of the study {path} cannot be opened; check the permissions of its folder, and that no other program holds it.</source>
            <translation>Die Datenbank der Studie {path} lässt sich nicht öffnen; prüfen Sie die Rechte an ihrem Ordner und ob ein anderes Programm sie festhält.</translation>
        </message>
        <message>
            <source>The study {path} is being written by another program; close that program and try again.</source>
            <translation>Ein anderes Programm schreibt gerade in die Studie {path}; schließen Sie dieses Programm und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The disk of the study {path} does not lock files, so that two programs could write at once; copy the folder to a disk of this computer and open it there.</source>
            <translation>Der Datenträger der Studie {path} sperrt keine Dateien, sodass zwei Programme zugleich schreiben könnten; kopieren Sie den Ordner auf einen Datenträger dieses Computers und öffnen Sie ihn dort.</translation>
        </message>
        <message>
            <source>The path of the study {path} is too long for the files in it; move its folder higher up, or give it a shorter name.</source>
            <translation>Der Pfad der Studie {path} ist zu lang für die Dateien darin; verschieben Sie den Ordner weiter nach oben, oder geben Sie ihm einen kürzeren Namen.</translation>
        </message>
        <message>
            <source>The computer's memory does not suffice for the study {path}; close other programs and try again.</source>
            <translation>Der Arbeitsspeicher des Computers reicht für die Studie {path} nicht; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>This program has as many files and connections open as the system allows, so that nothing of the study {path} can be opened; close it and start it again.</source>
            <translation>Dieses Programm hat so viele Dateien und Verbindungen offen, wie das System erlaubt, sodass sich von der Studie {path} nichts öffnen lässt; schließen Sie es und starten Sie es neu.</translation>
        </message>
        <message>
            <source>The folder of the study {path} cannot be written ({reason}); check its permissions and the disk.</source>
            <translation>Der Ordner der Studie {path} kann nicht beschrieben werden ({reason}); prüfen Sie seine Zugriffsrechte und die Festplatte.</translation>
        </message>
        <message>
            <source>Its folder is write-protected: the study can be read there; to work with it, copy the folder to a disk that can be written.</source>
            <translation>Ihr Ordner ist schreibgeschützt: Die Studie kann dort gelesen werden; um mit ihr zu arbeiten, kopieren Sie den Ordner auf einen beschreibbaren Datenträger.</translation>
        </message>
        <message>
            <source>The path of its folder is too long for the files in it; choose a shorter name or a folder higher up.</source>
            <translation>Der Pfad ihres Ordners ist zu lang für die Dateien darin; wählen Sie einen kürzeren Namen oder einen Ordner weiter oben.</translation>
        </message>
        <message>
            <source>The disk of its folder has no locks, so that two programs could write at once; keep the study on a disk of this computer.</source>
            <translation>Der Datenträger ihres Ordners hat keine Dateisperren, sodass zwei Programme zugleich schreiben könnten; bewahren Sie die Studie auf einem Datenträger dieses Computers auf.</translation>
        </message>
        <message>
            <source>Its folder lies on another computer ({name}), which may be cut off or write to it as well; keep the study on a disk of this computer, and its backups on the other.</source>
            <translation>Ihr Ordner liegt auf einem anderen Computer ({name}), der abgeschnitten werden oder selbst darin schreiben kann; bewahren Sie die Studie auf einem Datenträger dieses Computers auf und ihre Sicherungen auf dem anderen.</translation>
        </message>
        <message>
            <source>Its folder seems to be synchronised by {name}, which moves files while they are written; keep the study elsewhere on this computer, its backups there.</source>
            <translation>Ihr Ordner wird anscheinend von {name} synchronisiert; dabei werden Dateien bewegt, während sie geschrieben werden. Bewahren Sie die Studie anderswo auf diesem Computer auf und ihre Sicherungen dort.</translation>
        </message>
        <message>
            <source>Other users of this computer can look into its folder; make it yours alone in its permissions.</source>
            <translation>Andere Benutzer dieses Computers können in ihren Ordner sehen; geben Sie in seinen Berechtigungen nur sich selbst Zugriff.</translation>
        </message>
        <message>
            <source>row {line} has no {column}</source>
            <translation>in Zeile {line} fehlt {column}</translation>
        </message>
        <message>
            <source>{value}, as before in this stage</source>
            <translation>{value} wie zuvor in diesem Abschnitt</translation>
        </message>
        <message>
            <source>{value}, as before for this seat</source>
            <translation>{value} wie zuvor bei diesem Sitz</translation>
        </message>
        <message numerus="yes">
            <source>it has {n} seat(s), and the study's game has {wanted}</source>
            <translation>
                <numerusform>sie hat {n} Sitz, und das Spiel der Studie hat {wanted}</numerusform>
                <numerusform>sie hat {n} Sitze, und das Spiel der Studie hat {wanted}</numerusform>
            </translation>
        </message>
        <message>
            <source>stage {stage}, round {round} has no row for seat {seat}</source>
            <translation>Abschnitt {stage}, Runde {round} hat keine Zeile für Sitz {seat}</translation>
        </message>
        <message>
            <source>it has a seat {seat} besides the {wanted} of the study's game</source>
            <translation>sie hat einen Sitz {seat} neben den {wanted} des Spiels der Studie</translation>
        </message>
        <message>
            <source>the group that begins here has votes, but not both stages to vote for</source>
            <translation>die Gruppe, die hier beginnt, hat Stimmen, aber nicht beide Abschnitte, die zur Wahl stehen</translation>
        </message>
        <message>
            <source>expected one row for round {round} and seat {seat} of this group, found a second; if rounds are counted anew in each stage, say which column tells the stage, as with --map {example}</source>
            <translation>eine Zeile für Runde {round} und Sitz {seat} dieser Gruppe erwartet, eine zweite gefunden; wenn die Runden in jedem Abschnitt von vorn gezählt werden, nennen Sie die Spalte des Abschnitts, etwa mit --map {example}</translation>
        </message>
        <message>
            <source>expected one row for round {round} and seat {seat} of stage {stage} of this group, found a second</source>
            <translation>erwartet wurde eine Zeile für Runde {round} und Sitz {seat} von Abschnitt {stage} dieser Gruppe, gefunden eine zweite</translation>
        </message>
        <message>
            <source>at most the {most} coins of the study's game</source>
            <translation>höchstens die {most} Münzen des Spiels der Studie</translation>
        </message>
        <message>
            <source>at most the {most} coins of the study's game (a study of a game of its own can have up to {limit}: settings head_endowment and tail_endowments)</source>
            <translation>höchstens die {most} Münzen des Spiels der Studie (eine Studie mit eigenem Spiel kann bis zu {limit} haben: Einstellungen head_endowment und tail_endowments)</translation>
        </message>
        <message>
            <source>its status is {status}</source>
            <translation>ihr Status ist {status}</translation>
        </message>
        <message>
            <source>a player had left by row {line}</source>
            <translation>in Zeile {line} hatte sie jemand verlassen</translation>
        </message>
        <message>
            <source>it was played in a pilot session</source>
            <translation>sie wurde in einer Pilotsitzung gespielt</translation>
        </message>
        <message>
            <source>its study had set it aside</source>
            <translation>ihre Studie hatte sie beiseitegelegt</translation>
        </message>
        <message>
            <source>stage 0 may be practice, or the first of stages that are numbered from 0; leave its rows out, or number the stages from 1</source>
            <translation>Abschnitt 0 kann die Übung sein oder der erste von Abschnitten, die ab 0 nummeriert sind; die Zeilen der Übung weglassen, sonst die Abschnitte ab 1 nummerieren</translation>
        </message>
        <message>
            <source>its members change from round to round, and in the study's game the same people stay together</source>
            <translation>ihre Mitglieder wechseln von Runde zu Runde, und im Spiel der Studie bleiben dieselben Personen zusammen</translation>
        </message>
        <message>
            <source>If everyone was given the same share of the fund, the payouts can be computed: in the window with “Compute equal shares”, or with --map payouts=equal.</source>
            <translation>Wenn alle den gleichen Anteil am Fonds bekamen, können die Auszahlungen berechnet werden: im Fenster mit „Gleiche Anteile berechnen“ oder mit --map payouts=equal.</translation>
        </message>
        <message>
            <source>Columns were taken as: {listed}.</source>
            <translation>Die Spalten wurden gelesen als: {listed}.</translation>
        </message>
        <message>
            <source>{listed} and {more} more</source>
            <translation>{listed} und {more} weitere</translation>
        </message>
        <message>
            <source>No column tells votes; if one does, say which, in the window under Columns, or as with --map vote=…. Not read: {listed}.</source>
            <translation>Keine Spalte nennt Stimmen; wenn es eine gibt, sagen Sie welche, im Fenster unter „Spalten“ oder mit --map vote=…. Nicht gelesen: {listed}.</translation>
        </message>
        <message>
            <source>{file} holds nothing. Nothing was imported.</source>
            <translation>{file} enthält nichts. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{file}, row {line}: to be taken as {role}, exactly one column has to be called “{heading}”; the columns are {found}. Nothing was imported.</source>
            <translation>{file}, Zeile {line}: Damit sie als {role} gilt, muss genau eine Spalte „{heading}“ heißen; die Spalten sind {found}. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>{file}, row {line}: {n} columns are called {heading}; give one another name. Nothing was imported.</source>
            <translation>{file}, Zeile {line}: {n} Spalten heißen {heading}; geben Sie einer einen anderen Namen. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{file}, row {line}: the table lacks {lacking}; say which columns are which, in the window under Columns, or as with --map {example}; a number holds for all rows, as endowment=10. {more} Nothing was imported.</source>
            <translation>{file}, Zeile {line}: In der Tabelle fehlt {lacking}; geben Sie an, welche Spalte was ist, im Fenster unter „Spalten“ oder etwa mit --map {example}; eine Zahl gilt für alle Zeilen, etwa endowment=10. {more} Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>The columns are {found}.</source>
            <translation>Die Spalten sind {found}.</translation>
        </message>
        <message>
            <source>a text in one line</source>
            <translation>ein Text in einer Zeile</translation>
        </message>
        <message>
            <source>a whole number between {low} and {high}</source>
            <translation>eine ganze Zahl zwischen {low} und {high}</translation>
        </message>
        <message>
            <source>a number between {low} and {high}</source>
            <translation>eine Zahl zwischen {low} und {high}</translation>
        </message>
        <message>
            <source>{file}, row {line}, column {column}: expected {expected}, found {found}. Nothing was imported.</source>
            <translation>{file}, Zeile {line}, Spalte {column}: erwartet {expected}, gefunden {found}. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{file}, row {line}: {problem}. Nothing was imported.</source>
            <translation>{file}, Zeile {line}: {problem}. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{name}, row {line}: expected a header with one column {column}, found {found}. Nothing was imported.</source>
            <translation>{name}, Zeile {line}: Erwartet wurde eine Kopfzeile mit einer Spalte {column}, gefunden: {found}. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>{name}, row {number}, column {column}: expected {wanted} columns, found {found}. Nothing was imported.</source>
            <translation>{name}, Zeile {number}, Spalte {column}: erwartet {wanted} Spalten, gefunden {found}. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>a different player number for each of four consecutive participants</source>
            <translation>eine eigene Spielernummer für jede von vier aufeinanderfolgenden Personen</translation>
        </message>
        <message>
            <source>expected one row per participant, session and timestep</source>
            <translation>erwartet wurde eine Zeile pro Person, Sitzung und Zeitschritt</translation>
        </message>
        <message>
            <source>{value}, as before in this session</source>
            <translation>{value} wie zuvor in dieser Sitzung</translation>
        </message>
        <message>
            <source>{value}, as before for this participant</source>
            <translation>{value} wie zuvor bei dieser Person</translation>
        </message>
        <message>
            <source>{value}, as before in this group</source>
            <translation>{value} wie zuvor in dieser Gruppe</translation>
        </message>
        <message>
            <source>In these data the fund grows by a factor of {theirs}, in the study by {ours}; they belong in a study with a growth of {theirs}. Nothing was imported.</source>
            <translation>In diesen Daten wächst der Fonds um den Faktor {theirs}, in der Studie um {ours}; sie gehören in eine Studie mit einem Wachstum von {theirs}. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>Left out: group {name}; {reason}.</source>
            <translation>Ausgelassen: Gruppe {name}; {reason}.</translation>
        </message>
        <message numerus="yes">
            <source>{n} more group(s) (is|are) left out.</source>
            <translation>
                <numerusform>{n} weitere Gruppe wird ausgelassen.</numerusform>
                <numerusform>{n} weitere Gruppen werden ausgelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>MODEL will not use {n} vote(s): stages 1 and 2 have {first} and {second} rounds, and a stage of the study's game has {rounds}.</source>
            <translation>
                <numerusform>MODEL wird {n} Stimme nicht verwenden: Die Abschnitte 1 und 2 haben {first} und {second} Runden, und ein Abschnitt des Spiels der Studie hat {rounds}.</numerusform>
                <numerusform>MODEL wird {n} Stimmen nicht verwenden: Die Abschnitte 1 und 2 haben {first} und {second} Runden, und ein Abschnitt des Spiels der Studie hat {rounds}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>OPTIMIZE needs votes that MODEL can use of at least {fewest} groups of the study; {n} group(s) of this file (has|have) any.</source>
            <translation>
                <numerusform>OPTIMIZE braucht Stimmen, die MODEL nutzen kann, von mindestens {fewest} Gruppen der Studie; {n} Gruppe dieser Datei hat welche.</numerusform>
                <numerusform>OPTIMIZE braucht Stimmen, die MODEL nutzen kann, von mindestens {fewest} Gruppen der Studie; {n} Gruppen dieser Datei haben welche.</numerusform>
            </translation>
        </message>
        <message>
            <source>the endowments are {now}, and before {before}; a group keeps its endowments</source>
            <translation>die Ausstattungen sind {now} und waren vorher {before}; eine Gruppe behält ihre Ausstattungen</translation>
        </message>
        <message>
            <source>The payouts were computed, as was said: in each round every seat has the same share of a fund that grows by {growth}. Payouts and mechanisms of the file were not read; the mechanism is called {mechanism}.</source>
            <translation>Die Auszahlungen wurden berechnet, wie angegeben: In jeder Runde hat jeder Sitz den gleichen Anteil an einem Fonds, der um den Faktor {growth} wächst. Auszahlungen und Mechanismen der Datei wurden nicht gelesen; der Mechanismus heißt {mechanism}.</translation>
        </message>
        <message>
            <source>The payouts are total earnings; the coins kept were subtracted.</source>
            <translation>Die Auszahlungen sind gesamte Verdienste; die behaltenen Münzen wurden abgezogen.</translation>
        </message>
        <message>
            <source>The payouts were found to be total earnings and the coins kept were subtracted: the fund fits in {fitting} of {rounds} rounds as payouts, in all as earnings.</source>
            <translation>Die Auszahlungen erwiesen sich als Gesamtverdienste, und die behaltenen Münzen wurden abgezogen: Der Fonds passt als Auszahlung in {fitting} von {rounds} Runden, als Verdienst in allen.</translation>
        </message>
        <message>
            <source>The fund fits in {fitting} of {rounds} rounds as payouts, in {earning} as total earnings.</source>
            <translation>Der Fonds passt in {fitting} von {rounds} Runden als Auszahlung, in {earning} als Gesamtverdienst.</translation>
        </message>
        <message>
            <source>{file}: group {group}, stage {stage}, round {round}: no fund gives seats {first} to {last} the payouts {payouts}: the {contributed} coins contributed grow to {fund}. {fitting} Nothing was imported.</source>
            <translation>{file}: Gruppe {group}, Abschnitt {stage}, Runde {round}: Kein Fonds gibt den Sitzen {first} bis {last} die Auszahlungen {payouts}: Die {contributed} beigetragenen Münzen wachsen auf {fund}. {fitting} Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>Leave out payouts=fund.</source>
            <translation>Lassen Sie payouts=fund weg.</translation>
        </message>
        <message>
            <source>Leave out payouts=earnings.</source>
            <translation>Lassen Sie payouts=earnings weg.</translation>
        </message>
        <message>
            <source>{file}: group {group}, stage {stage}, round {round}: total earnings of seats {first} to {last} of {earnings} are {paid} beyond the coins kept, and the {contributed} coins contributed grow to {fund}. {fitting} Nothing was imported.</source>
            <translation>{file}: Gruppe {group}, Abschnitt {stage}, Runde {round}: Gesamtverdienste der Sitze {first} bis {last} von {earnings} sind {paid} über die behaltenen Münzen hinaus, und die {contributed} beigetragenen Münzen wachsen auf {fund}. {fitting} Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>the head, who has {coins} coins, has seat {seat}; give the head seat {first}</source>
            <translation>der Kopf, mit {coins} Münzen, hat Sitz {seat}; geben Sie dem Kopf Sitz {first}</translation>
        </message>
        <message>
            <source>{problem}: in the window with “Put the head first”, or with --head-first</source>
            <translation>{problem}: im Fenster mit „Kopf auf den ersten Sitz“, oder mit --head-first</translation>
        </message>
        <message>
            <source>the study's game does not have the endowments {endowments}: everyone has {coins} coins</source>
            <translation>das Spiel der Studie hat die Ausstattungen {endowments} nicht: Alle haben {coins} Münzen</translation>
        </message>
        <message>
            <source>the study's game does not have the endowments {endowments}: the head, seat {first}, has {coins} coins, and the other seats all have the same number: {tails}</source>
            <translation>das Spiel der Studie hat die Ausstattungen {endowments} nicht: Der Kopf, Sitz {first}, hat {coins} Münzen, und die anderen Sitze haben alle gleich viele: {tails}</translation>
        </message>
        <message>
            <source>{file}: group {group}, stage {stage}, round {round}: {problem}. Nothing was imported.</source>
            <translation>{file}: Gruppe {group}, Abschnitt {stage}, Runde {round}: {problem}. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>expected one row per subject and period, found a second</source>
            <translation>erwartet wurde eine Zeile pro Person und Periode, gefunden eine zweite</translation>
        </message>
        <message>
            <source>at most the {tokens} tokens of this round</source>
            <translation>höchstens die {tokens} Münzen dieser Runde</translation>
        </message>
        <message>
            <source>There is no layout {layout}; the layouts are {layouts}.</source>
            <translation>Es gibt keinen Aufbau {layout}; die Aufbauten sind {layouts}.</translation>
        </message>
        <message>
            <source>{name} has headings, and no rows below them. Nothing was imported.</source>
            <translation>{name} hat Überschriften und keine Zeilen darunter. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>{name} holds no complete group in the layout {layout} ({left_out} are left out). {reasons} Nothing was imported.</source>
            <translation>{name} enthält keine vollständige Gruppe im Format {layout} ({left_out} werden ausgelassen). {reasons} Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>Check that it is the right file.</source>
            <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
        </message>
        <message>
            <source>The columns of the layout {layout} are fixed; leave out --map, or choose the layout {other}.</source>
            <translation>Die Spalten des Aufbaus {layout} stehen fest; lassen Sie --map weg oder wählen Sie den Aufbau {other}.</translation>
        </message>
        <message>
            <source>The decisions of group {group} are in the study already as {name}, without votes; MODEL will count them twice.</source>
            <translation>Die Entscheidungen der Gruppe {group} sind schon als {name} in der Studie, ohne Stimmen; MODEL wird sie doppelt zählen.</translation>
        </message>
        <message>
            <source>it is in the study already, as {name}</source>
            <translation>sie ist schon in der Studie, als {name}</translation>
        </message>
        <message>
            <source>{name}: the complete groups in it are in the study already; importing them again would count them twice. {others} Nothing was imported.</source>
            <translation>{name}: Die vollständigen Gruppen darin sind schon in der Studie; noch einmal importiert würden sie doppelt gezählt. {others} Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>Groups that are left out for another reason: {n}.</source>
            <translation>Gruppen, die aus einem anderen Grund weggelassen werden: {n}.</translation>
        </message>
        <message>
            <source>{name}: these groups are in the study already; importing them again would count them twice. Nothing was imported.</source>
            <translation>{name}: Diese Gruppen sind schon in der Studie; noch einmal importiert würden sie doppelt gezählt. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>payouts={found} says nothing about the payouts; write payouts=fund (coins from the fund), payouts=earnings (those and the coins that were kept), payouts=equal (not read: everyone had the same share of the fund, which is computed) or payouts=found_out.</source>
            <translation>payouts={found} sagt nichts über die Auszahlungen; schreiben Sie payouts=fund (Münzen aus dem Fonds), payouts=earnings (diese und die behaltenen Münzen), payouts=equal (nicht gelesen: Alle hatten den gleichen Anteil am Fonds, und der wird berechnet) oder payouts=found_out.</translation>
        </message>
        <message>
            <source>head={found} says nothing about the head's seat; write head=moved (the head is given the first seat) or head=as_given.</source>
            <translation>head={found} sagt nichts über den Sitz des Kopfes; schreiben Sie head=moved (der Kopf bekommt den ersten Sitz) oder head=as_given.</translation>
        </message>
        <message>
            <source>No column can be taken as {name}; the names are {names}, and payouts and head.</source>
            <translation>Keine Spalte kann als {name} gelten; die Namen sind {names}, dazu payouts und head.</translation>
        </message>
        <message>
            <source>The columns cannot be written to {path} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Spalten können nicht nach {path} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{part} does not say which column is which; write {example}, or the name of a file that ends in .toml. The names are {names}, and payouts and head.</source>
            <translation>{part} sagt nicht, welche Spalte was ist; schreiben Sie {example} oder den Namen einer Datei, die auf .toml endet. Die Namen sind {names}, dazu payouts und head.</translation>
        </message>
        <message>
            <source>The file {path}</source>
            <translation>Die Datei {path}</translation>
        </message>
        <message>
            <source>{file}: {name} has to be a heading in quotation marks, a list of headings or a whole number.</source>
            <translation>{file}: {name} muss eine Überschrift in Anführungszeichen sein, eine Liste von Überschriften oder eine ganze Zahl.</translation>
        </message>
        <message>
            <source>This is an export of HCMD Lab; a bundle of that study (Data, Export, A bundle for another lab, or: hcmd-lab bundle make STUDY FILE) is better: it brings its mechanisms and log along, and nothing is counted twice.</source>
            <translation>Dies ist ein Export von HCMD Lab; besser ist ein Bündel jener Studie (Daten, Exportieren, Bündel für ein anderes Labor, oder: hcmd-lab bundle make STUDY FILE): Es bringt ihre Mechanismen und ihr Protokoll mit, und nichts wird doppelt gezählt.</translation>
        </message>
        <message numerus="yes">
            <source>{file}, row {line}: there are contributions (player.contribution) in {n} app(s), and each is taken for one of three stages; export those apps alone. Nothing was imported.</source>
            <translation>
                <numerusform>{file}, Zeile {line}: Beiträge (player.contribution) stehen in {n} App, und jede wird für einen von drei Abschnitten genommen; exportieren Sie nur diese Apps. Es wurde nichts importiert.</numerusform>
                <numerusform>{file}, Zeile {line}: Beiträge (player.contribution) stehen in {n} Apps, und jede wird für einen von drei Abschnitten genommen; exportieren Sie nur diese Apps. Es wurde nichts importiert.</numerusform>
            </translation>
        </message>
        <message>
            <source>This wide table lacks votes, mechanisms or timeouts; long.csv of the same export has them.</source>
            <translation>Dieser breiten Tabelle fehlen Stimmen, Mechanismen oder Zeitüberschreitungen; long.csv desselben Exports hat sie.</translation>
        </message>
        <message>
            <source>A wide table does not tell what the program chose for participants who were dropped; long.csv does.</source>
            <translation>Eine breite Tabelle sagt nicht, was das Programm für ausgeschiedene Personen gewählt hat; long.csv sagt es.</translation>
        </message>
        <message>
            <source>All payouts of the file are {amount}, whatever was contributed.</source>
            <translation>Alle Auszahlungen der Datei sind {amount}, was auch beigetragen wurde.</translation>
        </message>
        <message>
            <source>If everyone was given the same share of the fund, the payouts can be computed instead: in the window with “Compute equal shares”, or with --map payouts=equal.</source>
            <translation>Wenn alle den gleichen Anteil am Fonds bekamen, können die Auszahlungen stattdessen berechnet werden: im Fenster mit „Gleiche Anteile berechnen“ oder mit --map payouts=equal.</translation>
        </message>
        <message>
            <source>They fit a fund that grows by {growth} in all rounds; the study's grows by {ours}.</source>
            <translation>Sie passen in allen Runden zu einem Fonds, der um den Faktor {growth} wächst; der der Studie wächst um {ours}.</translation>
        </message>
        <message>
            <source>As total earnings they fit a fund that grows by {growth} in all rounds; the study's grows by {ours}.</source>
            <translation>Als gesamte Verdienste passen sie in allen Runden zu einem Fonds, der um den Faktor {growth} wächst; der der Studie wächst um {ours}.</translation>
        </message>
        <message>
            <source>That is {n} times as much: if a coin is {n} points or cents in this file, divide its payouts by {n}.</source>
            <translation>Das ist das {n}-Fache: Wenn eine Münze in dieser Datei {n} Punkte oder Cent ist, teilen Sie ihre Auszahlungen durch {n}.</translation>
        </message>
        <message>
            <source>{file}, row {line}: no column says who decided; say which one it is with --map player=… or --map seat=…. Nothing was imported.</source>
            <translation>{file}, Zeile {line}: Keine Spalte sagt, wer entschieden hat; geben Sie sie mit --map player=… oder --map seat=… an. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>No column tells stages; all rounds were taken for stage 1.</source>
            <translation>Keine Spalte nennt Abschnitte; alle Runden wurden zu Abschnitt 1 genommen.</translation>
        </message>
        <message>
            <source>Rounds are counted through all stages.</source>
            <translation>Die Runden sind durch alle Abschnitte gezählt.</translation>
        </message>
        <message numerus="yes">
            <source>In {n} group(s) the head had another seat and was given seat {first}; the seats before it moved up by one.</source>
            <translation>
                <numerusform>In {n} Gruppe hatte der Kopf einen anderen Sitz und bekam Sitz {first}; die Sitze davor rückten um einen auf.</numerusform>
                <numerusform>In {n} Gruppen hatte der Kopf einen anderen Sitz und bekam Sitz {first}; die Sitze davor rückten um einen auf.</numerusform>
            </translation>
        </message>
        <message>
            <source>Seats are numbered from 1.</source>
            <translation>Die Sitze sind ab 1 nummeriert.</translation>
        </message>
        <message>
            <source>Seats are numbered from 1; seat 1 was taken for the head.</source>
            <translation>Die Sitze sind ab 1 nummeriert; Sitz 1 gilt als Kopf.</translation>
        </message>
        <message>
            <source>Rounds are numbered from 0.</source>
            <translation>Die Runden sind ab 0 nummeriert.</translation>
        </message>
        <message numerus="yes">
            <source>In {n} group(s) a program played in a seat.</source>
            <translation>
                <numerusform>In {n} Gruppe spielte auf einem Sitz ein Programm.</numerusform>
                <numerusform>In {n} Gruppen spielte auf einem Sitz ein Programm.</numerusform>
            </translation>
        </message>
        <message>
            <source>No column tells seats: players are seated in the order of their first rows.</source>
            <translation>Keine Spalte nennt Sitze: Die Personen bekommen ihre Sitze in der Reihenfolge ihrer ersten Zeilen.</translation>
        </message>
        <message>
            <source>No column tells seats: players are seated in the order of their first rows, and where only one of them has {coins} coins, that one is the head.</source>
            <translation>Keine Spalte nennt Sitze: Die Personen sitzen in der Reihenfolge ihrer ersten Zeilen, und wo nur eine von ihnen {coins} Münzen hat, ist sie der Kopf.</translation>
        </message>
        <message>
            <source>{name} has no headings in its first row; give it some. The raw files of Koster et al. (2022) have none: choose their layout, as with --layout {layout}. Nothing was imported.</source>
            <translation>{name} hat keine Überschriften in der ersten Zeile; geben Sie ihr welche. Die Rohdateien von Koster et al. (2022) haben keine: Wählen Sie ihren Aufbau, etwa mit --layout {layout}. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>In these data {seats} people form a group, in the study {ours}; they belong in a study with groups of {seats}. Nothing was imported.</source>
            <translation>In diesen Daten bilden {seats} Personen eine Gruppe, in der Studie {ours}; sie gehören in eine Studie mit Gruppen von {seats}. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>tabs</source>
            <translation>Tabulatoren</translation>
        </message>
        <message>
            <source>semicolons</source>
            <translation>Semikolons</translation>
        </message>
        <message>
            <source>commas</source>
            <translation>Kommas</translation>
        </message>
        <message>
            <source>vertical bars</source>
            <translation>senkrechte Striche</translation>
        </message>
        <message>
            <source>spaces</source>
            <translation>Leerzeichen</translation>
        </message>
        <message>
            <source>The file is not UTF-8; it was read as {encoding} text, separated by {separator}. If letters of its names look wrong, save it as UTF-8.</source>
            <translation>Die Datei ist nicht UTF-8; sie wurde als Text in {encoding} gelesen, getrennt durch {separator}. Wenn Buchstaben ihrer Namen falsch aussehen, speichern Sie sie als UTF-8.</translation>
        </message>
        <message>
            <source>The file is {encoding} text, separated by {separator}.</source>
            <translation>Die Datei ist Text in {encoding}, getrennt durch {separator}.</translation>
        </message>
        <message numerus="yes">
            <source>{n} row(s) above the headings (was|were) left out.</source>
            <translation>
                <numerusform>{n} Zeile über den Überschriften wurde ausgelassen.</numerusform>
                <numerusform>{n} Zeilen über den Überschriften wurden ausgelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} row(s) that repeat(s|) the headings (was|were) left out.</source>
            <translation>
                <numerusform>{n} Zeile, die die Überschriften wiederholt, wurde ausgelassen.</numerusform>
                <numerusform>{n} Zeilen, die die Überschriften wiederholen, wurden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Commas within numbers were read as decimal points.</source>
            <translation>Kommas in Zahlen wurden als Dezimalkommas gelesen.</translation>
        </message>
        <message>
            <source>Separators of thousands within numbers were left out.</source>
            <translation>Tausendertrennzeichen in Zahlen wurden weggelassen.</translation>
        </message>
        <message>
            <source>a Stata file</source>
            <translation>eine Stata-Datei</translation>
        </message>
        <message>
            <source>The file is a Stata file; the numbers in it were read, not their labels.</source>
            <translation>Die Datei ist eine Stata-Datei; gelesen wurden die Zahlen darin, nicht ihre Beschriftungen.</translation>
        </message>
        <message>
            <source>{name} is a Stata file without observations. Nothing was imported.</source>
            <translation>{name} ist eine Stata-Datei ohne Beobachtungen. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{name} is a damaged Stata file, or of a version that is not read; export the table from Stata with export delimited. Nothing was imported.</source>
            <translation>{name} ist eine beschädigte Stata-Datei oder hat eine Version, die nicht gelesen wird; exportieren Sie die Tabelle in Stata mit export delimited. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>a compressed file</source>
            <translation>eine komprimierte Datei</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>ein PDF</translation>
        </message>
        <message>
            <source>a web page</source>
            <translation>eine Webseite</translation>
        </message>
        <message>
            <source>an XML file</source>
            <translation>eine XML-Datei</translation>
        </message>
        <message>
            <source>a JSON file</source>
            <translation>eine JSON-Datei</translation>
        </message>
        <message>
            <source>a document</source>
            <translation>ein Textdokument</translation>
        </message>
        <message>
            <source>{name} is a workbook of Excel 2003 or older, whatever its name says; save the table as CSV or as .xlsx. Nothing was imported.</source>
            <translation>{name} ist eine Arbeitsmappe von Excel 2003 oder älter, wie immer sie heißt; speichern Sie die Tabelle als CSV oder als .xlsx. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{name} is {kind}, whatever its name says; save the table in it as CSV. Nothing was imported.</source>
            <translation>{name} ist {kind}, was auch der Name sagt; speichern Sie die Tabelle darin als CSV. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>{name}, row {line}: the row holds bytes of zero, which no text has; the file is damaged, so save the table again. Nothing was imported.</source>
            <translation>{name}, Zeile {line}: Die Zeile enthält Null-Bytes, die kein Text hat; die Datei ist beschädigt, speichern Sie die Tabelle neu. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>{name}, row {line}: a quotation mark has no partner; remove it, or save the table again. Nothing was imported.</source>
            <translation>{name}, Zeile {line}: Ein Anführungszeichen hat kein Gegenstück; entfernen Sie es, oder speichern Sie die Tabelle neu. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>{name}, row {line}: the row or a cell of it is longer than any table's; save the table again as CSV. Nothing was imported.</source>
            <translation>{name}, Zeile {line}: Die Zeile oder eine Zelle darin ist länger als in jeder Tabelle; speichern Sie die Tabelle noch einmal als CSV. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>1 or 2, the stage voted for (or 0 and 1, or A and B throughout)</source>
            <translation>1 oder 2, der gewählte Abschnitt (oder durchweg 0 und 1, oder A und B)</translation>
        </message>
        <message>
            <source>Votes 0 and 1 were read as votes for stage 1 and stage 2.</source>
            <translation>Die Stimmen 0 und 1 wurden als Stimmen für Abschnitt 1 und Abschnitt 2 gelesen.</translation>
        </message>
        <message>
            <source>Votes A and B were read as votes for stage 1 and stage 2.</source>
            <translation>Die Stimmen A und B wurden als Stimmen für Abschnitt 1 und Abschnitt 2 gelesen.</translation>
        </message>
        <message>
            <source>1 or 2, or nothing where nobody voted, since votes that are all 0 may be votes for stage 1 or none</source>
            <translation>1 oder 2, oder nichts, wo niemand abgestimmt hat, denn Stimmen, die alle 0 sind, können Stimmen für Abschnitt 1 sein oder keine</translation>
        </message>
        <message>
            <source>words for votes of one kind in the whole file: 1 and 2, or A and B</source>
            <translation>in der ganzen Datei Stimmen einer Art: 1 und 2, oder A und B</translation>
        </message>
        <message>
            <source>an Excel workbook</source>
            <translation>eine Excel-Arbeitsmappe</translation>
        </message>
        <message>
            <source>{name} is an archive and no Excel workbook; unpack it and import the table in it. Nothing was imported.</source>
            <translation>{name} ist ein Archiv und keine Excel-Arbeitsmappe; entpacken Sie es und importieren Sie die Tabelle darin. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>The file is an Excel workbook; its sheet {sheet} was read, and not {others}.</source>
            <translation>Die Datei ist eine Excel-Arbeitsmappe; ihr Blatt {sheet} wurde gelesen, nicht aber {others}.</translation>
        </message>
        <message>
            <source>The file is an Excel workbook; its sheet {sheet} was read.</source>
            <translation>Die Datei ist eine Excel-Arbeitsmappe; gelesen wurde ihr Blatt {sheet}.</translation>
        </message>
        <message>
            <source>{name} is {kind}, and what reads it is not installed: {command}, or save the table as CSV. Nothing was imported.</source>
            <translation>{name} ist {kind}, und was sie liest, ist nicht installiert: {command}, oder speichern Sie die Tabelle als CSV. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{name} is a damaged Excel workbook; open it in Excel or LibreOffice and save the table as CSV. Nothing was imported.</source>
            <translation>{name} ist eine beschädigte Excel-Arbeitsmappe; öffnen Sie sie in Excel oder LibreOffice und speichern Sie die Tabelle als CSV. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{name} is an Excel workbook that unpacks to more than a table has; save the table alone as CSV. Nothing was imported.</source>
            <translation>{name} ist eine Excel-Arbeitsmappe, die entpackt größer ist als jede Tabelle; speichern Sie die Tabelle allein als CSV. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>{file} is a file of z-Tree without a subjects table, where the contributions stand. Nothing was imported.</source>
            <translation>{file} ist eine Datei von z-Tree ohne die Tabelle subjects, in der die Beiträge stehen. Es wurde nichts importiert.</translation>
        </message>
        <message numerus="yes">
            <source>{n} row(s) of practice periods (is|are) left out.</source>
            <translation>
                <numerusform>{n} Zeile einer Übungsperiode wird ausgelassen.</numerusform>
                <numerusform>{n} Zeilen von Übungsperioden werden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>{file}: session {session} has {n} treatments with subjects, and each is taken for one of three stages; leave the others out of the file. Nothing was imported.</source>
            <translation>{file}: Sitzung {session} hat {n} Treatments mit subjects, und jedes wird für einen von drei Abschnitten genommen; lassen Sie die anderen aus der Datei weg. Es wurde nichts importiert.</translation>
        </message>
        <message>
            <source>The study {path} has no mechanism {sha256}. {remedy}</source>
            <translation>Die Studie {path} hat keinen Mechanismus {sha256}. {remedy}</translation>
        </message>
        <message>
            <source>The mechanism {name} in the study {path} is damaged. {remedy}</source>
            <translation>Der Mechanismus {name} in der Studie {path} ist beschädigt. {remedy}</translation>
        </message>
        <message>
            <source>Run {run_id} ({kind}) of the study {path} cannot be read ({error}); open the study with the version of HCMD Lab that wrote it.</source>
            <translation>Lauf {run_id} ({kind}) der Studie {path} kann nicht gelesen werden ({error}); öffnen Sie die Studie mit der Version von HCMD Lab, die ihn geschrieben hat.</translation>
        </message>
        <message>
            <source>one of {known}</source>
            <translation>eines von {known}</translation>
        </message>
        <message>
            <source>the contributions {profile} of tail endowment {tail} stand already in row {line}</source>
            <translation>die Beiträge {profile} bei Ausstattung {tail} der Übrigen stehen schon in Zeile {line}</translation>
        </message>
        <message>
            <source>the shares {columns} of the contributions {profile} of tail endowment {tail} sum to {sum}, not to 1</source>
            <translation>die Anteile {columns} der Beiträge {profile} bei Ausstattung {tail} der Übrigen ergeben zusammen {sum}, nicht 1</translation>
        </message>
        <message>
            <source>a share of the fund between 0 and 1 for the contributions {profile} of tail endowment {tail}</source>
            <translation>ein Anteil am Fonds zwischen 0 und 1 für die Beiträge {profile} bei Ausstattung {tail} der Übrigen</translation>
        </message>
        <message numerus="yes">
            <source>{file} has no row for the contributions {profile} of tail endowment {tail}, nor for the same with the tails in another order; {n} profile(s) of this condition (is|are) missing. Nothing was imported.</source>
            <translation>
                <numerusform>{file} hat keine Zeile für die Beiträge {profile} bei Ausstattung {tail} der Übrigen, auch nicht mit den Übrigen in anderer Reihenfolge; {n} Profil dieser Bedingung fehlt. Nichts wurde importiert.</numerusform>
                <numerusform>{file} hat keine Zeile für die Beiträge {profile} bei Ausstattung {tail} der Übrigen, auch nicht mit den Übrigen in anderer Reihenfolge; {n} Profile dieser Bedingung fehlen. Nichts wurde importiert.</numerusform>
            </translation>
        </message>
        <message>
            <source>column share_{seat} gives {found} for the contributions {profile} of tail endowment {tail}, but by row {line} a tail that gives {coins} receives {expected}: tails are alike, in whatever order they sit</source>
            <translation>Spalte share_{seat} gibt {found} für die Beiträge {profile} bei Ausstattung {tail} der Übrigen, aber nach Zeile {line} erhält einer der Übrigen, der {coins} gibt, {expected}: Die Übrigen sind gleichgestellt, in welcher Reihenfolge sie auch sitzen</translation>
        </message>
        <message>
            <source>column share_1 gives {found} for the contributions {profile} of tail endowment {tail}, but row {line}, with the tails in another order, gives the head {expected}</source>
            <translation>Spalte share_1 gibt {found} für die Beiträge {profile} bei Ausstattung {tail} der Übrigen, aber Zeile {line}, mit den Übrigen in anderer Reihenfolge, gibt dem Kopf {expected}</translation>
        </message>
        <message>
            <source>The study {folder} was written by a newer version of HCMD Lab; install that version to open it.</source>
            <translation>Die Studie {folder} wurde von einer neueren Version von HCMD Lab geschrieben; installieren Sie diese Version, um sie zu öffnen.</translation>
        </message>
        <message>
            <source>{path} is already a study; choose another folder for a new one.</source>
            <translation>{path} ist schon eine Studie; wählen Sie für eine neue einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{path} is not an empty folder; choose another for a new study.</source>
            <translation>{path} ist kein leerer Ordner; wählen Sie für eine neue Studie einen anderen.</translation>
        </message>
        <message>
            <source>{path} lies within the study {study}; choose a folder beside it.</source>
            <translation>{path} liegt in der Studie {study}; wählen Sie einen Ordner daneben.</translation>
        </message>
        <message>
            <source>No study can be made at {path}. {concern}</source>
            <translation>Unter {path} kann keine Studie angelegt werden. {concern}</translation>
        </message>
        <message>
            <source>group {group}: {finding}</source>
            <translation>Gruppe {group}: {finding}</translation>
        </message>
        <message>
            <source>group {group}, stage {stage}, round {round}: {finding}</source>
            <translation>Gruppe {group}, Abschnitt {stage}, Runde {round}: {finding}</translation>
        </message>
        <message>
            <source>participant {participant} is at {stored}, by the log at {played}</source>
            <translation>Teilnehmer {participant} sitzt bei {stored}, nach dem Protokoll bei {played}</translation>
        </message>
        <message>
            <source>stage {stage}, round {round}, seat {seat} stands as {stored}, by the log it is {played}</source>
            <translation>Abschnitt {stage}, Runde {round}, Sitz {seat} steht als {stored}, nach dem Protokoll ist es {played}</translation>
        </message>
        <message>
            <source>it is not in the table of the groups</source>
            <translation>sie steht nicht in der Tabelle der Gruppen</translation>
        </message>
        <message>
            <source>the vote stands as {stored}, by the log it is {played}</source>
            <translation>die Abstimmung steht als {stored}, nach dem Protokoll ist sie {played}</translation>
        </message>
        <message>
            <source>it stands as {stored}, by the log it is {played}</source>
            <translation>sie steht als {stored}, nach dem Protokoll ist sie {played}</translation>
        </message>
        <message>
            <source>payouts of {paid} hundredths do not add up to the fund</source>
            <translation>Auszahlungen von {paid} Hundertsteln ergeben nicht den Fonds</translation>
        </message>
        <message>
            <source>weights of {units} parts per billion do not add up to one</source>
            <translation>Gewichte von {units} Milliardsteln ergeben nicht eins</translation>
        </message>
        <message>
            <source>the study does not have its mechanism {mechanism}</source>
            <translation>die Studie hat ihren Mechanismus {mechanism} nicht</translation>
        </message>
        <message>
            <source>its contributions {contributions} are impossible: {error}</source>
            <translation>ihre Beiträge {contributions} sind unmöglich: {error}</translation>
        </message>
        <message>
            <source>the weights are {units}, by the mechanism's table {expected}</source>
            <translation>die Gewichte sind {units}, nach der Tabelle des Mechanismus {expected}</translation>
        </message>
        <message>
            <source>the payouts are not those that the mechanism's weights give</source>
            <translation>die Auszahlungen sind nicht die, die aus den Gewichten des Mechanismus folgen</translation>
        </message>
        <message>
            <source>event {event} ({session}) contradicts earlier ones: {error}</source>
            <translation>Ereignis {event} ({session}) widerspricht früheren: {error}</translation>
        </message>
        <message>
            <source>table {table}: the row {row} is not in the log</source>
            <translation>Tabelle {table}: die Zeile {row} steht nicht im Protokoll</translation>
        </message>
        <message>
            <source>table {table}: the row {row} is missing</source>
            <translation>Tabelle {table}: die Zeile {row} fehlt</translation>
        </message>
        <message numerus="yes">
            <source>table {table}: {n} further row(s) not in the log</source>
            <translation>
                <numerusform>Tabelle {table}: {n} weitere Zeile steht nicht im Protokoll</numerusform>
                <numerusform>Tabelle {table}: {n} weitere Zeilen stehen nicht im Protokoll</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>table {table}: {n} further row(s) missing</source>
            <translation>
                <numerusform>Tabelle {table}: {n} weitere Zeile fehlt</numerusform>
                <numerusform>Tabelle {table}: {n} weitere Zeilen fehlen</numerusform>
            </translation>
        </message>
        <message>
            <source>{file} is not a sound copy of a study ({flaw}); choose another backup.</source>
            <translation>{file} ist keine heile Kopie einer Studie ({flaw}); wählen Sie eine andere Sicherung.</translation>
        </message>
        <message>
            <source>There is no folder {folder}; check the path.</source>
            <translation>Es gibt keinen Ordner {folder}; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <source>{file} is a backup of another study than the one in {folder}; choose one of its own.</source>
            <translation>{file} ist eine Sicherung einer anderen Studie als der in {folder}; wählen Sie eine von dieser.</translation>
        </message>
        <message>
            <source>The study {folder} is open in another window or program; close it there first.</source>
            <translation>Die Studie {folder} ist in einem anderen Fenster oder Programm geöffnet; schließen Sie sie dort zuerst.</translation>
        </message>
        <message>
            <source>Another program has written to the study {path} meanwhile, perhaps on another computer; end it there, then open the study again. Nothing was overwritten.</source>
            <translation>Ein anderes Programm hat inzwischen in die Studie {path} geschrieben, vielleicht auf einem anderen Computer; beenden Sie es dort, und öffnen Sie die Studie dann neu. Nichts wurde überschrieben.</translation>
        </message>
        <message>
            <source>The log of session {session} is not as it was stored: another program has changed event {event}, or has taken out or put in one before it. {way_on}</source>
            <translation>Das Protokoll der Sitzung {session} ist nicht so, wie es gespeichert wurde: Ein anderes Programm hat Ereignis {event} geändert oder vor ihm eines entfernt oder eingefügt. {way_on}</translation>
        </message>
        <message>
            <source>{name} has already been imported, as session {session}; importing it again would count its groups twice.</source>
            <translation>{name} wurde schon importiert, als Sitzung {session}; ein zweiter Import würde ihre Gruppen doppelt zählen.</translation>
        </message>
        <message>
            <source>The log of session {session} contradicts itself ({error}): it was changed, or a version of this program that has other rules has written it. Restore a backup (File, Backups, or: hcmd-lab restore STUDY), use the version that wrote it, or keep the study folder as it is and start a new session.</source>
            <translation>Das Protokoll der Sitzung {session} widerspricht sich ({error}): Es wurde geändert, oder eine Version dieses Programms mit anderen Regeln hat es geschrieben. Stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY), nehmen Sie die Version, die es geschrieben hat, oder lassen Sie den Ordner der Studie, wie er ist, und beginnen Sie eine neue Sitzung.</translation>
        </message>
        <message numerus="yes">
            <source>No backup of {folder} holds the study as it was saved; {n} (was|were) looked at. The newest is {file}: {why}. Nothing was restored. One that can be read is restored all the same if it is chosen (File, Backups, or: hcmd-lab restore STUDY --from FILE).</source>
            <translation>
                <numerusform>Keine Sicherung von {folder} enthält die Studie, wie sie gespeichert wurde; {n} wurde angesehen. Die neueste ist {file}: {why}. Es wurde nichts wiederhergestellt. Eine, die sich lesen lässt, wird trotzdem wiederhergestellt, wenn sie gewählt wird (Datei, Sicherungen, oder: hcmd-lab restore STUDY --from FILE).</numerusform>
                <numerusform>Keine Sicherung von {folder} enthält die Studie, wie sie gespeichert wurde; {n} wurden angesehen. Die neueste ist {file}: {why}. Es wurde nichts wiederhergestellt. Eine, die sich lesen lässt, wird trotzdem wiederhergestellt, wenn sie gewählt wird (Datei, Sicherungen, oder: hcmd-lab restore STUDY --from FILE).</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no backup of {folder}: none lies in {place}.</source>
            <translation>Es gibt keine Sicherung von {folder}: In {place} liegt keine.</translation>
        </message>
        <message>
            <source>{place} has backups of {n} studies whose folders are called {name}, and nothing tells any more which of them this one was. Nothing was restored; choose a backup (File, Backups, or: hcmd-lab restore STUDY --from FILE).</source>
            <translation>In {place} liegen Sicherungen von {n} Studien, deren Ordner {name} heißen, und nichts sagt mehr, welche davon diese war. Nichts wurde wiederhergestellt; wählen Sie eine Sicherung (Datei, Sicherungen, oder: hcmd-lab restore STUDY --from FILE).</translation>
        </message>
        <message numerus="yes">
            <source>{n} backup(s) (was|were) made when its folder had another name, or of a copy of it; the newest is {file}. Choose one of them to restore it (File, Backups, or: hcmd-lab restore STUDY --from FILE).</source>
            <translation>
                <numerusform>{n} Sicherung entstand, als ihr Ordner einen anderen Namen hatte, oder von einer Kopie der Studie; die neueste ist {file}. Wählen Sie sie aus, um sie wiederherzustellen (Datei, Sicherungen, oder: hcmd-lab restore STUDY --from FILE).</numerusform>
                <numerusform>{n} Sicherungen entstanden, als ihr Ordner einen anderen Namen hatte, oder von einer Kopie der Studie; die neueste ist {file}. Wählen Sie eine davon aus, um sie wiederherzustellen (Datei, Sicherungen, oder: hcmd-lab restore STUDY --from FILE).</numerusform>
            </translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>sie ist leer</translation>
        </message>
        <message>
            <source>it is another program’s</source>
            <translation>sie ist von einem anderen Programm</translation>
        </message>
        <message>
            <source>it is a newer version’s</source>
            <translation>sie ist von einer neueren Version</translation>
        </message>
        <message>
            <source>another program had changed {places}</source>
            <translation>ein anderes Programm hatte geändert: {places}</translation>
        </message>
        <message>
            <source>The disk of the study {path} is back, and does not have what was saved last, or has more. Close the study and open it again: an unfinished session can be resumed as it is on the disk.</source>
            <translation>Der Datenträger der Studie {path} ist wieder da und hat nicht, was zuletzt gespeichert wurde, oder er hat mehr. Schließen Sie die Studie und öffnen Sie sie wieder: Eine unbeendete Sitzung lässt sich so fortsetzen, wie sie auf dem Datenträger ist.</translation>
        </message>
        <message>
            <source>the database: {damage}</source>
            <translation>die Datenbank: {damage}</translation>
        </message>
        <message>
            <source>table {table}: row {row} refers to nothing</source>
            <translation>Tabelle {table}: Zeile {row} verweist auf nichts</translation>
        </message>
        <message>
            <source>The row {row} in the database of the study {path} is damaged. {remedy}</source>
            <translation>Die Zeile {row} in der Datenbank der Studie {path} ist beschädigt. {remedy}</translation>
        </message>
        <message>
            <source>The disk of the study folder {path} has only {free} MB free; free space until there are at least {needed} MB.</source>
            <translation>Auf der Festplatte des Studienordners {path} sind nur {free} MB frei; schaffen Sie Platz, bis mindestens {needed} MB frei sind.</translation>
        </message>
        <message>
            <source>The table {path} cannot be written ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Tabelle {path} kann nicht geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>table session: session {session} is not in the log</source>
            <translation>Tabelle session: Sitzung {session} steht nicht im Protokoll</translation>
        </message>
        <message numerus="yes">
            <source>table group_tally: {n} kind(s) of groups (is|are) counted wrongly</source>
            <translation>
                <numerusform>Tabelle group_tally: {n} Art von Gruppen ist falsch gezählt</numerusform>
                <numerusform>Tabelle group_tally: {n} Arten von Gruppen sind falsch gezählt</numerusform>
            </translation>
        </message>
        <message>
            <source>Another program has changed this study: {places}.</source>
            <translation>Ein anderes Programm hat diese Studie verändert: {places}.</translation>
        </message>
        <message>
            <source>{changed} {way_on} Its data can be exported in any case.</source>
            <translation>{changed} {way_on} Exportieren lassen sich ihre Daten in jedem Fall.</translation>
        </message>
        <message>
            <source>{first}, {others}</source>
            <translation>{first}, {others}</translation>
        </message>
        <message>
            <source>{what} is missing, which HCMD Lab had stored; if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>{what} fehlt; HCMD Lab hatte es gespeichert; gibt es eine Sicherung, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>{what} was put in by another program; if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>{what} wurde von einem anderen Programm eingefügt; gibt es eine Sicherung, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>{what} is not as HCMD Lab stored it: another program has changed it; if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>{what} ist nicht so, wie HCMD Lab es gespeichert hat: Ein anderes Programm hat es verändert; gibt es eine Sicherung, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>seal {number} of what is kept beside the log does not follow from those before it: it was changed, or one before it was removed or put in</source>
            <translation>das Siegel {number} dessen, was neben dem Protokoll steht, folgt nicht aus denen davor: Es wurde verändert, oder eines davor wurde entfernt oder eingefügt</translation>
        </message>
        <message>
            <source>the study’s note “{name}”</source>
            <translation>die Notiz „{name}“ der Studie</translation>
        </message>
        <message>
            <source>the training step number {number}</source>
            <translation>der Trainingsschritt Nummer {number}</translation>
        </message>
        <message>
            <source>what is noted of the mechanism {mechanism}</source>
            <translation>was zum Mechanismus {mechanism} notiert ist</translation>
        </message>
        <message>
            <source>the note of the software of the session at event {event}</source>
            <translation>die Notiz zur Software der Sitzung bei Ereignis {event}</translation>
        </message>
        <message>
            <source>the note of the file of the imported session {session}</source>
            <translation>die Notiz zur Datei der importierten Sitzung {session}</translation>
        </message>
        <message>
            <source>entry {number} of the audit of deletions and withdrawals</source>
            <translation>der Eintrag {number} im Verzeichnis der Löschungen und Widerrufe</translation>
        </message>
        <message>
            <source>the key of the fingerprints</source>
            <translation>der Schlüssel der Fingerabdrücke</translation>
        </message>
        <message>
            <source>the picture {picture} of the texts</source>
            <translation>das Bild {picture} der Texte</translation>
        </message>
        <message>
            <source>Restore a backup (File, Backups, or: hcmd-lab restore STUDY); or take the study as it is (File, Backups, or: hcmd-lab restore STUDY --as-it-is), which its log then tells for good.</source>
            <translation>Stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY); oder nehmen Sie die Studie, wie sie ist (Datei, Sicherungen, oder: hcmd-lab restore STUDY --as-it-is), was ihr Protokoll dann für immer sagt.</translation>
        </message>
        <message>
            <source>The study has this mechanism already: {known} divides every fund alike.</source>
            <translation>Die Studie hat diesen Mechanismus schon: {known} teilt jeden Fonds ebenso.</translation>
        </message>
        <message>
            <source>{mechanism} belongs to the study itself: it stays, with its name.</source>
            <translation>{mechanism} gehört zur Studie selbst: Der Mechanismus bleibt, mit seinem Namen.</translation>
        </message>
        <message>
            <source>Groups have met {mechanism}: it stays, with its name.</source>
            <translation>Gruppen haben {mechanism} erlebt: Der Mechanismus bleibt, mit seinem Namen.</translation>
        </message>
        <message>
            <source>A session has been planned with {mechanism}: it stays, with its name.</source>
            <translation>Eine Sitzung ist mit {mechanism} geplant: Der Mechanismus bleibt, mit seinem Namen.</translation>
        </message>
        <message>
            <source>A contrast is planned with {mechanism}: it stays, with its name, until the contrast is dropped.</source>
            <translation>Ein Vergleich mit {mechanism} ist geplant: Der Mechanismus bleibt, mit seinem Namen, bis der Vergleich verworfen ist.</translation>
        </message>
        <message>
            <source>First remove {rule}, which describes {mechanism}.</source>
            <translation>Entfernen Sie zuerst {rule}: Sie beschreibt {mechanism}.</translation>
        </message>
        <message>
            <source>The registered plan names {mechanism}: it stays, with its name.</source>
            <translation>Der registrierte Plan nennt {mechanism}: Der Mechanismus bleibt, mit seinem Namen.</translation>
        </message>
        <message>
            <source>There is no mechanism {name}; the study has: {known}.</source>
            <translation>Einen Mechanismus {name} gibt es nicht; die Studie hat: {known}.</translation>
        </message>
        <message>
            <source>A contrast compares two different mechanisms, and both sides are {mechanism}.</source>
            <translation>Ein Vergleich stellt zwei verschiedene Mechanismen gegenüber, und beide Seiten sind {mechanism}.</translation>
        </message>
        <message numerus="yes">
            <source>The contrast of {mechanism} with {other} is planned already, for {n} group(s).</source>
            <translation>
                <numerusform>Der Vergleich von {mechanism} mit {other} ist schon geplant, für {n} Gruppe.</numerusform>
                <numerusform>Der Vergleich von {mechanism} mit {other} ist schon geplant, für {n} Gruppen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Groups can be added to the comparison only if the study’s setting looks is sequential and the votes have not decided yet.</source>
            <translation>Gruppen können dem Vergleich nur hinzugefügt werden, wenn die Einstellung looks der Studie sequential ist und die Stimmen noch nicht entschieden haben.</translation>
        </message>
        <message>
            <source>Say which contrast gets the groups; undecided are: {numbers}.</source>
            <translation>Sagen Sie, welcher Vergleich die Gruppen bekommt; unentschieden sind: {numbers}.</translation>
        </message>
        <message>
            <source>A contrast needs {least} to {most} groups, not {groups}.</source>
            <translation>Ein Vergleich braucht {least} bis {most} Gruppen, nicht {groups}.</translation>
        </message>
        <message>
            <source>The contrast of {mechanism} with {other} stays in the plan: groups have met its mechanisms.</source>
            <translation>Der Vergleich von {mechanism} mit {other} bleibt im Plan: Gruppen haben seine Mechanismen erlebt.</translation>
        </message>
        <message>
            <source>No contrast is planned; that of the study's settings holds.</source>
            <translation>Kein Vergleich ist geplant; es gilt der aus den Einstellungen der Studie.</translation>
        </message>
        <message numerus="yes">
            <source>There is no contrast {number}; the study has {n} contrast(s).</source>
            <translation>
                <numerusform>Es gibt keinen Vergleich {number}; die Studie hat {n} Vergleich.</numerusform>
                <numerusform>Es gibt keinen Vergleich {number}; die Studie hat {n} Vergleiche.</numerusform>
            </translation>
        </message>
        <message>
            <source>{what} must lie between 0 and 1, not {weight}.</source>
            <translation>{what} muss zwischen 0 und 1 liegen, nicht {weight}.</translation>
        </message>
        <message>
            <source>The mechanism {name} of the study “{study}” was made for a different game; choose a study of this game.</source>
            <translation>Der Mechanismus {name} der Studie „{study}“ ist für ein anderes Spiel gemacht; wählen Sie eine Studie dieses Spiels.</translation>
        </message>
        <message>
            <source>The planned contrasts cannot be read ({error}); open the study with the version of HCMD Lab that planned them.</source>
            <translation>Die geplanten Vergleiche können nicht gelesen werden ({error}); öffnen Sie die Studie mit der Version von HCMD Lab, die sie geplant hat.</translation>
        </message>
        <message>
            <source>The study {folder} cannot be moved to the bin; delete its folder with the computer's file manager.</source>
            <translation>Die Studie {folder} lässt sich nicht in den Papierkorb legen; löschen Sie ihren Ordner mit dem Dateimanager des Rechners.</translation>
        </message>
        <message>
            <source>Nothing is to be passed over there; what stops the mechanism now: {questions}.</source>
            <translation>Dort gibt es nichts, worüber hinwegzugehen wäre; was den Mechanismus jetzt aufhält: {questions}.</translation>
        </message>
        <message>
            <source>Say why you go on nevertheless; the reason is kept with the study.</source>
            <translation>Sagen Sie, warum Sie trotzdem fortfahren; die Begründung bleibt bei der Studie.</translation>
        </message>
        <message>
            <source>Nothing can be foreseen before MODEL; run sessions and MODEL first.</source>
            <translation>Vor MODEL lässt sich nichts vorhersagen; führen Sie zuerst Sitzungen und MODEL durch.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written ({reason}); {remedy}, then try again.</source>
            <translation>In den Ordner {folder} kann nicht geschrieben werden ({reason}); {remedy} und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>The study has not taken any step yet that it could go back to.</source>
            <translation>Die Studie hat noch keinen Schritt ausgeführt, zu dem sie zurückgehen könnte.</translation>
        </message>
        <message>
            <source>The study cannot go back to {step}{where}, which has not been taken; it can go back to: {goals}.</source>
            <translation>Die Studie kann nicht zu {step}{where} zurückgehen, denn dieser Schritt ist nicht ausgeführt; sie kann zurückgehen zu: {goals}.</translation>
        </message>
        <message>
            <source> of iteration {n}</source>
            <translation> von Durchgang {n}</translation>
        </message>
        <message>
            <source>A study keeps the mechanism that it began with, because everything in it rests on that; to begin with another one, make a new study.</source>
            <translation>Eine Studie behält den Mechanismus, mit dem sie begann, weil alles in ihr darauf ruht; um mit einem anderen zu beginnen, legen Sie eine neue Studie an.</translation>
        </message>
        <message>
            <source>A study does not go back to sessions: what people did is not undone. To let more groups play before MODEL, go back to MODEL; a session that was wrong is declared unusable.</source>
            <translation>Eine Studie geht nicht zu Sitzungen zurück: Was Menschen getan haben, wird nicht ungeschehen. Damit vor MODEL mehr Gruppen spielen, gehen Sie zu MODEL zurück; eine Sitzung, die falsch war, wird für unbrauchbar erklärt.</translation>
        </message>
        <message>
            <source>DONE is no step; it says that the study is complete.</source>
            <translation>DONE ist kein Schritt; es sagt, dass die Studie vollständig ist.</translation>
        </message>
        <message>
            <source>A session of the study has not ended; end it before going back.</source>
            <translation>Eine Sitzung der Studie ist nicht beendet; beenden Sie sie, bevor Sie zurückgehen.</translation>
        </message>
        <message>
            <source>Give the reason; it is kept in the study's log.</source>
            <translation>Geben Sie den Grund an; er bleibt im Protokoll der Studie.</translation>
        </message>
        <message>
            <source>The study has changed meanwhile; look again at what is set aside.</source>
            <translation>Die Studie hat sich inzwischen geändert; sehen Sie noch einmal nach, was beiseitegelegt wird.</translation>
        </message>
        <message>
            <source>MODEL of iteration {iteration} has its result, on which others rest: it learns from groups that come now only if the study goes back to it, or in a later iteration.</source>
            <translation>MODEL von Durchgang {iteration} hat sein Ergebnis, auf dem andere beruhen: Aus Gruppen, die jetzt kommen, lernt es nur, wenn die Studie zu ihm zurückgeht, oder in einem späteren Durchgang.</translation>
        </message>
        <message numerus="yes">
            <source>MODEL will lack groups: it needs at least {least}, and there (is|are) {n}.</source>
            <translation>
                <numerusform>MODEL werden Gruppen fehlen: Es braucht mindestens {least}, und es gibt {n}.</numerusform>
                <numerusform>MODEL werden Gruppen fehlen: Es braucht mindestens {least}, und es gibt {n}.</numerusform>
            </translation>
        </message>
        <message>
            <source>OPTIMIZE will lack votes: MODEL needs those of at least {least} groups, and can use those of {voting}. Run a session or import groups that voted; that is possible after MODEL too, and then MODEL can be run again.</source>
            <translation>OPTIMIZE werden Stimmen fehlen: MODEL braucht die von mindestens {least} Gruppen und kann die von {voting} verwenden. Führen Sie eine Sitzung durch oder importieren Sie Gruppen, die abgestimmt haben; das geht auch nach MODEL, und dann kann MODEL wiederholt werden.</translation>
        </message>
        <message numerus="yes">
            <source>MODEL cannot use {n} vote(s): the two stages that (it compares|they compare) are not exactly {rounds} rounds long.</source>
            <translation>
                <numerusform>MODEL kann {n} Stimme nicht verwenden: Die beiden Abschnitte, die sie vergleicht, sind nicht genau {rounds} Runden lang.</numerusform>
                <numerusform>MODEL kann {n} Stimmen nicht verwenden: Die beiden Abschnitte, die sie vergleichen, sind nicht genau {rounds} Runden lang.</numerusform>
            </translation>
        </message>
        <message>
            <source>No group has played in which everyone has {coins} coins per round: what people do there, MODEL can only infer from other games.</source>
            <translation>Keine Gruppe hat gespielt, in der alle {coins} Münzen je Runde haben: Was Menschen dort tun, kann MODEL nur aus anderen Spielen schließen.</translation>
        </message>
        <message>
            <source>No group has played with tails that have {coins} coins per round: what people do there, MODEL can only infer from the other conditions.</source>
            <translation>Keine Gruppe hat mit {coins} Münzen je Runde für die Übrigen gespielt: Was Menschen dort tun, kann MODEL nur aus den anderen Bedingungen schließen.</translation>
        </message>
        <message>
            <source>{name} cannot be the name of a mechanism; begin it with a letter or digit and use at most 64 letters without accents, digits, spaces, full stops, hyphens and underscores.</source>
            <translation>{name} kann nicht der Name eines Mechanismus sein; beginnen Sie ihn mit einem Buchstaben oder einer Ziffer und verwenden Sie höchstens 64 Buchstaben ohne Akzente, Ziffern, Leerzeichen, Punkte, Bindestriche und Unterstriche.</translation>
        </message>
        <message>
            <source>The name {name} is taken by a mechanism of the study or by the program; choose another.</source>
            <translation>Der Name {name} ist von einem Mechanismus der Studie oder vom Programm belegt; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>the checkpoint {checkpoint}, which it rests on, is missing or damaged as well</source>
            <translation>der Checkpoint {checkpoint}, auf dem er beruht, fehlt ebenfalls oder ist beschädigt</translation>
        </message>
        <message>
            <source>the data that it used are not the same any more, as after a group was declared unusable, somebody has withdrawn, or a mechanism that it met is missing or was renamed</source>
            <translation>die Daten, die er verwendet hat, sind nicht mehr dieselben, etwa weil eine Gruppe für unbrauchbar erklärt wurde, jemand zurückgetreten ist oder ein gespielter Mechanismus fehlt oder umbenannt wurde</translation>
        </message>
        <message>
            <source>the table of {mechanism}, which its groups have met, is missing or damaged as well</source>
            <translation>die Tabelle von {mechanism}, den seine Gruppen gespielt haben, fehlt ebenfalls oder ist beschädigt</translation>
        </message>
        <message>
            <source>the study has another table of the same network, which it does not name</source>
            <translation>die Studie hat eine andere Tabelle desselben Netzes, die sie nicht nennt</translation>
        </message>
        <message>
            <source>The table of the trained mechanism in {path} cannot be read ({error}); run {step} again.</source>
            <translation>Die Tabelle des trainierten Mechanismus in {path} kann nicht gelesen werden ({error}); lassen Sie {step} noch einmal laufen.</translation>
        </message>
        <message>
            <source>The mechanism from {step} violates the study's restrictions ({finding}) and was not accepted; this is a fault in the program, so please report it.</source>
            <translation>Der Mechanismus, den {step} erzeugt hat, verletzt die Vorgaben der Studie ({finding}) und wird nicht übernommen; das ist ein Fehler des Programms, bitte melden Sie ihn.</translation>
        </message>
        <message>
            <source>A study needs a name that can be read.</source>
            <translation>Eine Studie braucht einen Namen, der sich lesen lässt.</translation>
        </message>
        <message>
            <source>The texts cannot be written: {error}</source>
            <translation>Die Texte lassen sich nicht schreiben: {error}</translation>
        </message>
        <message>
            <source>The study is complete.</source>
            <translation>Die Studie ist abgeschlossen.</translation>
        </message>
        <message>
            <source>The study needs its first mechanism.</source>
            <translation>Die Studie braucht ihren ersten Mechanismus.</translation>
        </message>
        <message numerus="yes">
            <source>Iteration {iteration} of at most {most}: {played} of {n} group(s) played so far; run a session.</source>
            <translation>
                <numerusform>Durchgang {iteration} von höchstens {most}; bisher gespielt: {played} von {n} Gruppe; führen Sie eine Sitzung durch.</numerusform>
                <numerusform>Durchgang {iteration} von höchstens {most}; bisher gespielt: {played} von {n} Gruppen; führen Sie eine Sitzung durch.</numerusform>
            </translation>
        </message>
        <message>
            <source>{status} Each group compares the newest mechanism with a variation of it.</source>
            <translation>{status} Jede Gruppe vergleicht den neuesten Mechanismus mit einer Abwandlung davon.</translation>
        </message>
        <message>
            <source>Iteration {iteration} of at most {most}: all groups have played; run MODEL.</source>
            <translation>Durchgang {iteration} von höchstens {most}: Alle Gruppen haben gespielt; starten Sie MODEL.</translation>
        </message>
        <message>
            <source>Iteration {iteration} of at most {most}: the mechanism is trained; run CONVERGENCE.</source>
            <translation>Durchgang {iteration} von höchstens {most}: Der Mechanismus ist trainiert; starten Sie CONVERGENCE.</translation>
        </message>
        <message>
            <source>Iteration {iteration} of at most {most}: the participants are modelled; run OPTIMIZE.</source>
            <translation>Durchgang {iteration} von höchstens {most}: Die Menschen sind modelliert; starten Sie OPTIMIZE.</translation>
        </message>
        <message>
            <source>{status} {news} To use the data as they are now, run MODEL again first.</source>
            <translation>{status} {news} Um die Daten so zu verwenden, wie sie jetzt sind, starten Sie zuerst MODEL noch einmal.</translation>
        </message>
        <message numerus="yes">
            <source>Iteration {iteration} of at most {most}: MODEL had no votes that it could use, and now there are {votes} of {n} group(s); run MODEL again.</source>
            <translation>
                <numerusform>Durchgang {iteration} von höchstens {most}: MODEL hatte keine Stimmen, die es verwenden konnte, und jetzt gibt es {votes} von {n} Gruppe; starten Sie MODEL noch einmal.</numerusform>
                <numerusform>Durchgang {iteration} von höchstens {most}: MODEL hatte keine Stimmen, die es verwenden konnte, und jetzt gibt es {votes} von {n} Gruppen; starten Sie MODEL noch einmal.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} vote(s)</source>
            <translation>
                <numerusform>{n} Stimme</numerusform>
                <numerusform>{n} Stimmen</numerusform>
            </translation>
        </message>
        <message>
            <source>Iteration {iteration} of at most {most}: OPTIMIZE needs votes, and MODEL had none that it could use: it needs those of at least {least} groups and there are those of {voting}. Run a session or import groups that voted, then run MODEL again.</source>
            <translation>Durchgang {iteration} von höchstens {most}: OPTIMIZE braucht Stimmen, und MODEL hatte keine, die es verwenden konnte: Es braucht die von mindestens {least} Gruppen, und es gibt die von {voting}. Führen Sie eine Sitzung durch oder importieren Sie Gruppen, die abgestimmt haben, und starten Sie dann MODEL noch einmal.</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) (has|have) come since MODEL.</source>
            <translation>
                <numerusform>Seit MODEL ist {n} Gruppe hinzugekommen.</numerusform>
                <numerusform>Seit MODEL sind {n} Gruppen hinzugekommen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) that MODEL used (does|do) not count any more.</source>
            <translation>
                <numerusform>{n} Gruppe, die MODEL verwendet hat, zählt nicht mehr.</numerusform>
                <numerusform>{n} Gruppen, die MODEL verwendet hat, zählen nicht mehr.</numerusform>
            </translation>
        </message>
        <message>
            <source>{came} {left}</source>
            <translation>{came} {left}</translation>
        </message>
        <message numerus="yes">
            <source>Training ended with iteration {iteration}: {played} of {n} group(s) compared the mechanism with {baseline} so far; run a session, or EVALUATE to look at the votes.</source>
            <translation>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher mit {baseline} verglichen: {played} von {n} Gruppe; führen Sie eine Sitzung durch, oder EVALUATE, um die Stimmen anzusehen.</numerusform>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher mit {baseline} verglichen: {played} von {n} Gruppen; führen Sie eine Sitzung durch, oder EVALUATE, um die Stimmen anzusehen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Training ended with iteration {iteration}: {played} of {n} group(s) compared the mechanism with {baseline} so far; run a session.</source>
            <translation>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher mit {baseline} verglichen: {played} von {n} Gruppe; führen Sie eine Sitzung durch.</numerusform>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher mit {baseline} verglichen: {played} von {n} Gruppen; führen Sie eine Sitzung durch.</numerusform>
            </translation>
        </message>
        <message>
            <source>All groups of the comparison have played; run EVALUATE.</source>
            <translation>Alle Gruppen des Vergleichs haben gespielt; starten Sie EVALUATE.</translation>
        </message>
        <message>
            <source>All groups of the contrast of {mechanism} with {other} have played; run EVALUATE.</source>
            <translation>Alle Gruppen des Vergleichs von {mechanism} mit {other} haben gespielt; starten Sie EVALUATE.</translation>
        </message>
        <message numerus="yes">
            <source>Training ended with iteration {iteration}: {played} of {n} group(s) compared {mechanism} with {other} so far; run a session.</source>
            <translation>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher {mechanism} mit {other} verglichen: {played} von {n} Gruppe; führen Sie eine Sitzung durch.</numerusform>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher {mechanism} mit {other} verglichen: {played} von {n} Gruppen; führen Sie eine Sitzung durch.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Training ended with iteration {iteration}: {played} of {n} group(s) played in {contrasts} contrasts so far; run a session.</source>
            <translation>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher in {contrasts} Vergleichen gespielt: {played} von {n} Gruppe; führen Sie eine Sitzung durch.</numerusform>
                <numerusform>Das Training endete mit Durchgang {iteration}; bisher in {contrasts} Vergleichen gespielt: {played} von {n} Gruppen; führen Sie eine Sitzung durch.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no preset {preset}; the presets are {presets}.</source>
            <translation>Es gibt keine Voreinstellung {preset}; die Voreinstellungen sind {presets}.</translation>
        </message>
        <message>
            <source>{name} is no setting of the game; those of the game are {names}.</source>
            <translation>{name} ist keine Einstellung des Spiels; die des Spiels sind {names}.</translation>
        </message>
        <message numerus="yes">
            <source>The setting updates has entries for {n} iteration(s), but the setting groups for {groups}; give both the same number of entries.</source>
            <translation>
                <numerusform>Die Einstellung „Updates“ nennt {n} Durchgang und die Einstellung „Gruppen“ {groups}; geben Sie beiden gleich viele Einträge.</numerusform>
                <numerusform>Die Einstellung „Updates“ nennt {n} Durchgänge und die Einstellung „Gruppen“ {groups}; geben Sie beiden gleich viele Einträge.</numerusform>
            </translation>
        </message>
        <message>
            <source>The settings linear_sizes and lstm_sizes are pairs; give both the same number of entries.</source>
            <translation>Die Einstellungen „Größen linear“ und „Größen LSTM“ sind Paare; geben Sie beiden gleich viele Einträge.</translation>
        </message>
        <message>
            <source>Each number of the setting tail_endowments is a condition of its own; give each only once.</source>
            <translation>Jede Zahl der Einstellung tail_endowments ist eine eigene Bedingung; geben Sie jede nur einmal an.</translation>
        </message>
        <message>
            <source>The setting growth is kept in steps of 0.01; give {value} in place of {given}.</source>
            <translation>Die Einstellung growth wird in Schritten von 0.01 gehalten; geben Sie {value} statt {given} an.</translation>
        </message>
        <message numerus="yes">
            <source>The setting games must be a multiple of the {n} condition(s) of tail_endowments, at least {least}; give {shared} in place of {given}.</source>
            <translation>
                <numerusform>Die Einstellung games muss ein Vielfaches der {n} Bedingung von tail_endowments sein, mindestens {least}; geben Sie {shared} statt {given} an.</numerusform>
                <numerusform>Die Einstellung games muss ein Vielfaches der {n} Bedingungen von tail_endowments sein, mindestens {least}; geben Sie {shared} statt {given} an.</numerusform>
            </translation>
        </message>
        <message>
            <source>{step} is not possible now. {status}</source>
            <translation>{step} ist jetzt nicht möglich. {status}</translation>
        </message>
        <message>
            <source>The groups of no contrast have played.</source>
            <translation>Von keinem Vergleich haben die Gruppen gespielt.</translation>
        </message>
        <message>
            <source>Iteration {iteration} has no result of {step} yet; run it first.</source>
            <translation>Durchgang {iteration} hat noch kein Ergebnis von {step}; starten Sie das zuerst.</translation>
        </message>
        <message>
            <source>The study is registered already; its plan is frozen.</source>
            <translation>Die Studie ist schon registriert; ihr Plan ist eingefroren.</translation>
        </message>
        <message>
            <source>The votes have been counted; a plan is registered before that.</source>
            <translation>Die Stimmen sind gezählt; ein Plan wird vorher registriert.</translation>
        </message>
        <message>
            <source>it cannot be made again: {why}. Restore a backup (File, Backups, or: hcmd-lab restore STUDY).</source>
            <translation>das lässt sich nicht neu erzeugen: {why}. Stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY).</translation>
        </message>
        <message>
            <source>the tables of decisions and groups are not made again, because the log of events is not as it was stored: another program has changed it. {way_on}</source>
            <translation>die Tabellen der Entscheidungen und Gruppen werden nicht noch einmal gemacht, weil das Protokoll der Ereignisse nicht so ist, wie es gespeichert wurde: Ein anderes Programm hat es geändert. {way_on}</translation>
        </message>
        <message>
            <source>the tables of decisions and groups cannot be made again: the log contradicts itself ({error}). Restore a backup (File, Backups, or: hcmd-lab restore STUDY).</source>
            <translation>die Tabellen der Entscheidungen und Gruppen lassen sich nicht neu erzeugen: Das Protokoll widerspricht sich ({error}). Stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY).</translation>
        </message>
        <message>
            <source>the tables of decisions and groups were made again from the log.</source>
            <translation>die Tabellen der Entscheidungen und Gruppen wurden aus dem Protokoll neu erzeugt.</translation>
        </message>
        <message>
            <source>the table of {mechanism} is missing or damaged, and no training step of this study has made it: it cannot be made again. Restore a backup (File, Backups, or: hcmd-lab restore STUDY).</source>
            <translation>die Tabelle von {mechanism} fehlt oder ist beschädigt, und kein Trainingsschritt dieser Studie hat sie erzeugt: Sie lässt sich nicht neu erzeugen. Stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY).</translation>
        </message>
        <message>
            <source>the table of {mechanism} is there again, bit-identical.</source>
            <translation>die Tabelle von {mechanism} ist wieder da, bitgleich.</translation>
        </message>
        <message>
            <source>the network is {new} instead of {old}</source>
            <translation>das Netz ist {new} statt {old}</translation>
        </message>
        <message>
            <source>the network is the same, and its tables are others</source>
            <translation>das Netz ist dasselbe, seine Tabellen sind andere</translation>
        </message>
        <message numerus="yes">
            <source>{what} (is|are) there again, bit-identical.</source>
            <translation>
                <numerusform>{what} ist wieder da, bitgleich.</numerusform>
                <numerusform>{what} sind wieder da, bitgleich.</numerusform>
            </translation>
        </message>
        <message>
            <source>what came out is not bit-identical to what the study has recorded: {difference}. Devices and versions of the program may compute the last digits differently ({device}); the study is unchanged. Restore a backup (File, Backups, or: hcmd-lab restore STUDY), or do this on the computer where it was made.</source>
            <translation>was herauskam, ist nicht bitgleich mit dem, was die Studie festgehalten hat: {difference}. Geräte und Programmversionen können die letzten Stellen anders berechnen ({device}); die Studie ist unverändert. Stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY), oder tun Sie dies auf dem Computer, auf dem es entstanden ist.</translation>
        </message>
        <message>
            <source>the checkpoint {name}</source>
            <translation>der Checkpoint {name}</translation>
        </message>
        <message numerus="yes">
            <source>{n} table(s)</source>
            <translation>
                <numerusform>{n} Tabelle</numerusform>
                <numerusform>{n} Tabellen</numerusform>
            </translation>
        </message>
        <message>
            <source>{network} and {tables}</source>
            <translation>{network} und {tables}</translation>
        </message>
        <message>
            <source>recorded on {before}, now on {now}</source>
            <translation>festgehalten auf {before}, jetzt auf {now}</translation>
        </message>
        <message>
            <source>both on the CPU</source>
            <translation>beides auf der CPU</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration}: {outcome}</source>
            <translation>{step} von Durchgang {iteration}: {outcome}</translation>
        </message>
        <message numerus="yes">
            <source>{n} session(s) (has|have) been opened or imported since.</source>
            <translation>
                <numerusform>{n} Sitzung wurde seither eröffnet oder importiert.</numerusform>
                <numerusform>{n} Sitzungen wurden seither eröffnet oder importiert.</numerusform>
            </translation>
        </message>
        <message>
            <source>{step} of iteration {iteration} rests on it.</source>
            <translation>{step} von Durchgang {iteration} beruht darauf.</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) (has|have) met its mechanism.</source>
            <translation>
                <numerusform>{n} Gruppe ist seinem Mechanismus begegnet.</numerusform>
                <numerusform>{n} Gruppen sind seinem Mechanismus begegnet.</numerusform>
            </translation>
        </message>
        <message>
            <source>Its mechanism is described by {rule}.</source>
            <translation>Sein Mechanismus wird durch {rule} beschrieben.</translation>
        </message>
        <message>
            <source>The contrast of {mechanism} with {other} is planned.</source>
            <translation>Der Vergleich von {mechanism} mit {other} ist geplant.</translation>
        </message>
        <message>
            <source>The comparison has been registered since.</source>
            <translation>Der Vergleich wurde seither registriert.</translation>
        </message>
        <message>
            <source>An iteration has been added since.</source>
            <translation>Ein Durchgang wurde seither hinzugefügt.</translation>
        </message>
        <message>
            <source>The log of events is not as it was stored: another program has changed event {event}, or has taken out or put in one before it. {way_on}</source>
            <translation>Das Protokoll der Ereignisse ist nicht so, wie es gespeichert wurde: Ein anderes Programm hat Ereignis {event} geändert oder vor ihm eines entfernt oder eingefügt. {way_on}</translation>
        </message>
        <message>
            <source>What is kept beside the log is not as it was stored: {seal}. {way_on}</source>
            <translation>Was neben dem Protokoll aufbewahrt wird, ist nicht so, wie es gespeichert wurde: {seal}. {way_on}</translation>
        </message>
        <message numerus="yes">
            <source>Rows of {n} session(s) are not what the log says: another program has changed them. Make them again from the log (in a terminal: hcmd-lab study remake STUDY).</source>
            <translation>
                <numerusform>Zeilen von {n} Sitzung sind nicht, was das Protokoll sagt: Ein anderes Programm hat sie verändert. Erzeugen Sie sie aus dem Protokoll neu (in einem Terminal: hcmd-lab study remake STUDY).</numerusform>
                <numerusform>Zeilen von {n} Sitzungen sind nicht, was das Protokoll sagt: Ein anderes Programm hat sie verändert. Erzeugen Sie sie aus dem Protokoll neu (in einem Terminal: hcmd-lab study remake STUDY).</numerusform>
            </translation>
        </message>
        <message>
            <source>The count of groups is not what the log says: another program has changed it. Make it again from the log (in a terminal: hcmd-lab study remake STUDY).</source>
            <translation>Die Zahl der Gruppen ist nicht die, die das Protokoll nennt: Ein anderes Programm hat sie geändert. Erzeugen Sie sie aus dem Protokoll neu (in einem Terminal: hcmd-lab study remake STUDY).</translation>
        </message>
        <message>
            <source>{name} is a setting of a session, not of a study; give it when the session is opened, as in hcmd-lab serve STUDY --set {name}=VALUE.</source>
            <translation>{name} ist eine Einstellung der Sitzung, nicht der Studie; sie wird beim Öffnen der Sitzung angegeben, wie in hcmd-lab serve STUDY --set {name}=VALUE.</translation>
        </message>
        <message>
            <source>{name} is a setting of a study, not of a session; it is chosen when the study is made, as in hcmd-lab study new STUDY --set {name}=VALUE.</source>
            <translation>{name} ist eine Einstellung der Studie, nicht der Sitzung; sie wird beim Anlegen der Studie gewählt, wie in hcmd-lab study new STUDY --set {name}=VALUE.</translation>
        </message>
        <message>
            <source>{step} is not possible now. {status} To acquire more groups before, go back to OPTIMIZE (menu Training, or hcmd-lab study back STUDY --to optimize).</source>
            <translation>{step} ist jetzt nicht möglich. {status} Um vorher mehr Gruppen spielen zu lassen, gehen Sie zu OPTIMIZE zurück (Menü Training, oder hcmd-lab study back STUDY --to optimize).</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration} has had no result yet: its first one is computed with the seed and the updates that the study’s settings plan.</source>
            <translation>{step} von Durchgang {iteration} hatte noch kein Ergebnis: Das erste wird mit dem Startwert und den Updates berechnet, die die Einstellungen der Studie planen.</translation>
        </message>
        <message>
            <source>Only OPTIMIZE has updates; leave their number out.</source>
            <translation>Nur OPTIMIZE hat Updates; lassen Sie deren Zahl weg.</translation>
        </message>
        <message>
            <source>Give a number of updates, at least 1.</source>
            <translation>Geben Sie eine Zahl von Updates an, mindestens 1.</translation>
        </message>
        <message>
            <source>The training folder {folder} cannot be created ({reason}); {remedy}, then try again.</source>
            <translation>Der Ordner {folder} für das Training kann nicht angelegt werden ({reason}); {remedy} und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>An iteration can be added only where CONVERGENCE of the last planned iteration has not found that training is at its end, and before a session of EVALUATE. {status}</source>
            <translation>Ein Durchgang kann nur hinzugefügt werden, wenn CONVERGENCE im letzten geplanten Durchgang nicht ergeben hat, dass das Training am Ende ist, und vor einer Sitzung von EVALUATE. {status}</translation>
        </message>
        <message>
            <source>Give a number of groups to add, at least 1.</source>
            <translation>Geben Sie an, wie viele Gruppen hinzukommen sollen, mindestens 1.</translation>
        </message>
        <message>
            <source>The study's log cannot be read ({error}); open the study with the version of HCMD Lab that wrote it.</source>
            <translation>Das Protokoll der Studie kann nicht gelesen werden ({error}); öffnen Sie die Studie mit der Version von HCMD Lab, die es geschrieben hat.</translation>
        </message>
        <message>
            <source>The study has no mechanism yet; make the first one on the page Training, or with: hcmd-lab study begin STUDY.</source>
            <translation>Die Studie hat noch keinen Mechanismus; erzeugen Sie den ersten auf der Seite Training oder mit: hcmd-lab study begin STUDY.</translation>
        </message>
        <message>
            <source>There is no participant {participant}.</source>
            <translation>Es gibt keine teilnehmende Person {participant}.</translation>
        </message>
        <message>
            <source>The mechanism {mechanism} was made for another game than this version plays; go on with the version that made the study.</source>
            <translation>Der Mechanismus {mechanism} wurde für ein anderes Spiel gemacht, als diese Version spielt; arbeiten Sie mit der Version weiter, die die Studie angelegt hat.</translation>
        </message>
        <message>
            <source>The study has no session that was played here.</source>
            <translation>Die Studie hat keine Sitzung, die hier gespielt wurde.</translation>
        </message>
        <message>
            <source>The study has no session {session} that was played here; its sessions are: {sessions}.</source>
            <translation>Die Studie hat keine hier gespielte Sitzung {session}; es gibt: {sessions}.</translation>
        </message>
        <message>
            <source>Session {session} was played in another lab ({lab}): that lab knows who was expected, and who came.</source>
            <translation>Sitzung {session} wurde in einem anderen Labor gespielt ({lab}): Dort ist bekannt, wer erwartet wurde und wer kam.</translation>
        </message>
        <message>
            <source>Session {session} was played in another lab ({lab}); its participants are paid there, and a bundle of that lab brings what they were paid.</source>
            <translation>Sitzung {session} wurde in einem anderen Labor gespielt ({lab}); ihre Teilnehmenden werden dort bezahlt, und ein Bündel jenes Labors bringt, was ihnen gezahlt wurde.</translation>
        </message>
        <message>
            <source>The payment cannot be changed: {why}.</source>
            <translation>Die Bezahlung lässt sich nicht ändern: {why}.</translation>
        </message>
        <message>
            <source>The study has no imported session {session}; its imported sessions are: {sessions}.</source>
            <translation>Die Studie hat keine importierte Sitzung {session}; ihre importierten Sitzungen sind: {sessions}.</translation>
        </message>
        <message>
            <source>The imported session {session} was declared unusable before.</source>
            <translation>Die importierte Sitzung {session} wurde schon für unbrauchbar erklärt.</translation>
        </message>
        <message>
            <source>The study {folder} has not trained a mechanism yet; run its loop up to OPTIMIZE, or leave warm_start empty.</source>
            <translation>Die Studie {folder} hat noch keinen Mechanismus trainiert; führen Sie ihren Ablauf bis OPTIMIZE durch, oder lassen Sie warm_start leer.</translation>
        </message>
        <message>
            <source>The mechanism of the study {folder} does not fit: it was made with different values of {names}; make this study with the same values.</source>
            <translation>Der Mechanismus der Studie {folder} passt nicht: Er entstand mit einem anderen Wert von {names}; legen Sie diese Studie mit demselben an.</translation>
        </message>
        <message>
            <source>The mechanism of the study {folder} was made for a different game; choose a study of this game.</source>
            <translation>Der Mechanismus der Studie {folder} wurde für ein anderes Spiel gemacht; wählen Sie eine Studie mit diesem Spiel.</translation>
        </message>
        <message>
            <source>The mechanism {path} cannot be copied to {folder} ({reason}); check that the file can be read and that the folder has space.</source>
            <translation>Der Mechanismus {path} kann nicht nach {folder} kopiert werden ({reason}); sorgen Sie dafür, dass das eine lesbar ist und das andere Platz hat.</translation>
        </message>
        <message>
            <source>what these tables hold follows from the log; to make them again from it, in a terminal: hcmd-lab study remake STUDY</source>
            <translation>was in diesen Tabellen steht, folgt aus dem Protokoll; um sie daraus neu zu erzeugen, in einem Terminal: hcmd-lab study remake STUDY</translation>
        </message>
        <message>
            <source>the study's settings are missing; restore a backup (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>die Einstellungen der Studie fehlen; stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>{path} is a file, and a study has a folder there; move it elsewhere, and the program makes the folder</source>
            <translation>{path} ist eine Datei, und eine Studie hat dort einen Ordner; verschieben Sie sie, dann legt das Programm den Ordner an</translation>
        </message>
        <message>
            <source>the training step number {number} is missing, which came before {step} of iteration {iteration}</source>
            <translation>der Trainingsschritt Nummer {number} fehlt, der vor {step} von Durchgang {iteration} kam</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration} rests on {before} of iteration {earlier}, whose result is missing</source>
            <translation>{step} von Durchgang {iteration} beruht auf {before} von Durchgang {earlier}, dessen Ergebnis fehlt</translation>
        </message>
        <message>
            <source>the study has the {table} and no result of the step that made it</source>
            <translation>die Studie hat „{table}“ und kein Ergebnis des Schritts, aus dem sie kam</translation>
        </message>
        <message>
            <source>the table of {mechanism} is missing or damaged; to make it again, in a terminal: hcmd-lab study remake STUDY</source>
            <translation>die Tabelle von {mechanism} fehlt oder ist beschädigt; um sie neu zu erzeugen, in einem Terminal: hcmd-lab study remake STUDY</translation>
        </message>
        <message>
            <source>the table of {mechanism} is missing or damaged; if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>die Tabelle von {mechanism} fehlt oder ist beschädigt; gibt es eine Sicherung, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>{finding}; to compute it again from what is recorded, and to take it if it is bit-identical, in a terminal: hcmd-lab study remake STUDY</source>
            <translation>{finding}; um es aus dem Festgehaltenen neu zu berechnen und nur zu übernehmen, wenn es bitgleich ist, in einem Terminal: hcmd-lab study remake STUDY</translation>
        </message>
        <message>
            <source>{finding}; if there is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>{finding}; gibt es eine Sicherung, stellen Sie sie wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>{finding}; if there is a backup, bring it back from there (File, Backups, Bring back checkpoints, or: hcmd-lab restore STUDY --checkpoints)</source>
            <translation>{finding}; gibt es eine Sicherung, holen Sie ihn von dort zurück (Datei, Sicherungen, Checkpoints zurückholen, oder: hcmd-lab restore STUDY --checkpoints)</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration}: its checkpoint {checkpoint} is missing</source>
            <translation>{step} von Durchgang {iteration}: der Checkpoint {checkpoint} fehlt</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration}: its checkpoint {checkpoint} is damaged</source>
            <translation>{step} von Durchgang {iteration}: der Checkpoint {checkpoint} ist beschädigt</translation>
        </message>
        <message>
            <source>the table of the variation {variation} of {mechanism}</source>
            <translation>die Tabelle der Variante {variation} von {mechanism}</translation>
        </message>
        <message>
            <source>the table of the mechanism of iteration {iteration}</source>
            <translation>die Tabelle des Mechanismus von Durchgang {iteration}</translation>
        </message>
        <message>
            <source>{table} is damaged</source>
            <translation>{table} ist beschädigt</translation>
        </message>
        <message>
            <source>{table} is missing</source>
            <translation>{table} fehlt</translation>
        </message>
        <message>
            <source>the study does not name the table of the mechanism of iteration {iteration}; restore a backup (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>die Studie nennt die Tabelle des Mechanismus von Durchgang {iteration} nicht; stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>the picture {picture} is damaged</source>
            <translation>das Bild {picture} ist beschädigt</translation>
        </message>
        <message>
            <source>session {session}: the picture {picture} is missing or damaged</source>
            <translation>Sitzung {session}: das Bild {picture} fehlt oder ist beschädigt</translation>
        </message>
        <message>
            <source>the key of the fingerprints is missing: nobody with a label could check in; restore a backup (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>der Schlüssel der Fingerabdrücke fehlt: niemand mit einer Kennung könnte sich anmelden; stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>session {session} is open and its participant list is empty: nobody could check in; add the labels in the window</source>
            <translation>Sitzung {session} ist offen und ihre Teilnehmerliste ist leer: niemand könnte sich anmelden; fügen Sie die Kennungen im Fenster hinzu</translation>
        </message>
        <message>
            <source>session {session}: it is not noted which software ran it</source>
            <translation>Sitzung {session}: es ist nicht vermerkt, mit welcher Software sie lief</translation>
        </message>
        <message>
            <source>session {session}: it is not noted which file it was imported from; importing that file again would count its groups twice</source>
            <translation>Sitzung {session}: es ist nicht vermerkt, aus welcher Datei sie importiert wurde; wer die Datei noch einmal importiert, würde ihre Gruppen doppelt zählen</translation>
        </message>
        <message>
            <source>the audit of deleted labels and withdrawals lacks an entry</source>
            <translation>im Verzeichnis gelöschter Kennungen und zurückgezogener Teilnahmen fehlt ein Eintrag</translation>
        </message>
        <message>
            <source>an entry of the study’s log was changed or taken out</source>
            <translation>ein Eintrag im Protokoll der Studie wurde verändert oder entfernt</translation>
        </message>
        <message>
            <source>the training step number {number} was set aside by the study's log, and is not marked so; restore a backup (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>der Trainingsschritt Nummer {number} wurde laut Protokoll der Studie beiseitegelegt und ist nicht so gekennzeichnet; stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>session {session} was set aside by the study's log, and is not marked so; restore a backup (File, Backups, or: hcmd-lab restore STUDY)</source>
            <translation>Sitzung {session} wurde laut Protokoll der Studie beiseitegelegt und ist nicht so gekennzeichnet; stellen Sie eine Sicherung wieder her (Datei, Sicherungen, oder: hcmd-lab restore STUDY)</translation>
        </message>
        <message>
            <source>The support file cannot be written to {file} ({reason}); {remedy}, or choose another place.</source>
            <translation>Die Datei für den Beistand kann nicht nach {file} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Keine Berechtigung</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>Die Operation ist nicht erlaubt</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Datei oder Ordner nicht gefunden</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>Kein Ordner</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>Ist ein Ordner</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>Die Datei existiert bereits</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>Der Ordner ist nicht leer</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>Auf dem Datenträger ist kein Platz mehr</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>Das Kontingent auf dem Datenträger ist erschöpft</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>Die Datei ist zu groß</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Der Datenträger ist schreibgeschützt</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Ein- oder Ausgabefehler</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>Das Gerät ist belegt</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Der Dateiname ist zu lang</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Zu viele Verknüpfungen hintereinander</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>Zu viele offene Dateien</translation>
        </message>
        <message>
            <source>Cannot allocate memory</source>
            <translation>Kein Arbeitsspeicher mehr frei</translation>
        </message>
        <message>
            <source>No such device</source>
            <translation>Kein solches Gerät</translation>
        </message>
        <message>
            <source>No such device or address</source>
            <translation>Kein solches Gerät oder keine solche Adresse</translation>
        </message>
        <message>
            <source>No locks available</source>
            <translation>Keine Dateisperren verfügbar</translation>
        </message>
        <message>
            <source>Stale file handle</source>
            <translation>Der Netzordner hat die Datei nicht mehr</translation>
        </message>
        <message>
            <source>Connection timed out</source>
            <translation>Die Verbindung hat zu lange gebraucht</translation>
        </message>
        <message>
            <source>Transport endpoint is not connected</source>
            <translation>Gegenstelle ist nicht verbunden</translation>
        </message>
        <message>
            <source>Software caused connection abort</source>
            <translation>Verbindung durch Software abgebrochen</translation>
        </message>
        <message>
            <source>Connection refused</source>
            <translation>Verbindung abgelehnt</translation>
        </message>
        <message>
            <source>Connection reset by peer</source>
            <translation>Verbindung von der Gegenstelle beendet</translation>
        </message>
        <message>
            <source>Host is down</source>
            <translation>Rechner ist ausgeschaltet</translation>
        </message>
        <message>
            <source>No route to host</source>
            <translation>Kein Weg zum Rechner</translation>
        </message>
        <message>
            <source>Network is unreachable</source>
            <translation>Netzwerk nicht erreichbar</translation>
        </message>
        <message>
            <source>check that the disk is connected and sound</source>
            <translation>prüfen Sie, ob der Datenträger angeschlossen und in Ordnung ist</translation>
        </message>
        <message>
            <source>free some space</source>
            <translation>schaffen Sie Platz</translation>
        </message>
        <message>
            <source>move what lies there out of the way</source>
            <translation>räumen Sie weg, was dort liegt</translation>
        </message>
        <message>
            <source>make the folder writable</source>
            <translation>machen Sie den Ordner beschreibbar</translation>
        </message>
        <message>
            <source>remove the write protection of the file</source>
            <translation>heben Sie den Schreibschutz der Datei auf</translation>
        </message>
        <message>
            <source>use a shorter name</source>
            <translation>verwenden Sie einen kürzeren Namen</translation>
        </message>
        <message>
            <source>close this program and start it again</source>
            <translation>schließen Sie dieses Programm und starten Sie es neu</translation>
        </message>
        <message>
            <source>close the program that has it open</source>
            <translation>schließen Sie das Programm, in dem die Datei geöffnet ist</translation>
        </message>
        <message>
            <source>check that the folder is there</source>
            <translation>prüfen Sie, ob der Ordner noch da ist</translation>
        </message>
        <message>
            <source>use a disk that takes files of this size</source>
            <translation>verwenden Sie einen Datenträger, der so große Dateien fasst</translation>
        </message>
        <message>
            <source>remove the write protection of the disk</source>
            <translation>heben Sie den Schreibschutz des Datenträgers auf</translation>
        </message>
        <message>
            <source>remove the symbolic links that lead back to themselves</source>
            <translation>entfernen Sie die symbolischen Verknüpfungen, die auf sich selbst zurückführen</translation>
        </message>
        <message>
            <source>close the program that has it open, make the folder writable</source>
            <translation>schließen Sie das Programm, in dem die Datei geöffnet ist, machen Sie den Ordner beschreibbar</translation>
        </message>
        <message>
            <source>Libraries are missing on this computer: {libraries}. Install them with: {command}</source>
            <translation>Auf diesem Rechner fehlen Bibliotheken: {libraries}. Installieren Sie sie mit: {command}</translation>
        </message>
        <message>
            <source>A wrong pairing code came from {address}.</source>
            <translation>Ein falscher Kopplungscode kam von {address}.</translation>
        </message>
        <message>
            <source>So many wrong pairing codes came that no new station can be paired for a minute.</source>
            <translation>Es kamen so viele falsche Kopplungscodes, dass eine Minute lang kein neuer Platz gekoppelt werden kann.</translation>
        </message>
        <message>
            <source>Station {station}: {address} came with an old key. It, or the station at {usual}, is a copy.</source>
            <translation>Platz {station}: {address} kam mit einem alten Schlüssel. Er oder der Platz auf {usual} ist eine Kopie.</translation>
        </message>
        <message>
            <source>Station {station} came from {address}; last time it was at {usual}.</source>
            <translation>Platz {station} kam von {address}; zuletzt war er auf {usual}.</translation>
        </message>
        <message>
            <source>The key of station {station} was used a second time, from {address}; the station itself is at {usual}.</source>
            <translation>Der Schlüssel von Platz {station} wurde ein zweites Mal benutzt, von {address}; der Platz selbst ist auf {usual}.</translation>
        </message>
        <message>
            <source>{address} came as station {station}, with a key that this computer does not know.</source>
            <translation>{address} kam als Platz {station}, mit einem Schlüssel, den dieser Rechner nicht kennt.</translation>
        </message>
        <message>
            <source>Station {station} ({address}) wanted to check in a simulated participant among people; it was refused.</source>
            <translation>Platz {station} ({address}) wollte eine simulierte Person unter Menschen anmelden; das wurde abgelehnt.</translation>
        </message>
        <message>
            <source>At station {station} one label after the other was tried that is not admitted.</source>
            <translation>An Platz {station} wurde eine Kennung nach der anderen versucht, die nicht zugelassen ist.</translation>
        </message>
        <message>
            <source>At station {station} somebody entered a wrong PIN to leave the kiosk.</source>
            <translation>An Platz {station} hat jemand eine falsche PIN zum Verlassen des Kiosks eingegeben.</translation>
        </message>
        <message>
            <source>Another computer answered station {station} in place of this one.</source>
            <translation>Ein anderer Rechner hat Platz {station} anstelle von diesem geantwortet.</translation>
        </message>
        <message>
            <source>{who} sent far more than a kiosk does and was disconnected.</source>
            <translation>{who} hat weit mehr gesendet als ein Kiosk und wurde getrennt.</translation>
        </message>
        <message>
            <source>{who} took nothing of what it was sent and was disconnected.</source>
            <translation>{who} hat nichts von dem abgenommen, was gesendet wurde, und wurde getrennt.</translation>
        </message>
        <message>
            <source>{who} sent what no kiosk sends and was disconnected.</source>
            <translation>{who} hat gesendet, was kein Kiosk sendet, und wurde getrennt.</translation>
        </message>
        <message>
            <source>So many connections came from {address} that some were turned away.</source>
            <translation>Es kamen so viele Verbindungen von {address}, dass einige abgewiesen wurden.</translation>
        </message>
        <message>
            <source>{who} has an older version of HCMD Lab and was not let in. Install the version of this computer on it.</source>
            <translation>{who} hat eine ältere Version von HCMD Lab und wurde nicht eingelassen. Installieren Sie dort die Version, die dieser Computer hat.</translation>
        </message>
        <message>
            <source>{who} has a newer version of HCMD Lab and was not let in. Install the version of this computer on it, or end the session and install the newer one on this computer.</source>
            <translation>{who} hat eine neuere Version von HCMD Lab und wurde nicht eingelassen. Installieren Sie dort die Version, die dieser Computer hat, oder beenden Sie die Sitzung und installieren Sie auf diesem Computer die neuere.</translation>
        </message>
        <message>
            <source>{station} at {address}: pairing is closed</source>
            <translation>{station} auf {address}: Die Kopplung ist geschlossen</translation>
        </message>
        <message>
            <source>{station} at {address}: another station has come from there</source>
            <translation>{station} auf {address}: Von dort kam schon ein anderer Platz</translation>
        </message>
        <message>
            <source>{station} at {address}: last time it was at {usual}</source>
            <translation>{station} auf {address}: Zuletzt war er auf {usual}</translation>
        </message>
        <message>
            <source>{station} at {address}: an old key. It, or the station at {usual}, is a copy</source>
            <translation>{station} auf {address}: ein alter Schlüssel. Er oder der Platz auf {usual} ist eine Kopie</translation>
        </message>
        <message>
            <source>several computers</source>
            <translation>mehreren Rechnern</translation>
        </message>
        <message>
            <source>Station {station}</source>
            <translation>Platz {station}</translation>
        </message>
        <message>
            <source>A computer at {address}</source>
            <translation>Ein Rechner auf {address}</translation>
        </message>
        <message>
            <source>a station</source>
            <translation>einem Platz</translation>
        </message>
        <message>
            <source>an unknown address</source>
            <translation>einer unbekannten Adresse</translation>
        </message>
        <message>
            <source>{alarm} ({n} times)</source>
            <translation>{alarm} ({n} Mal)</translation>
        </message>
        <message>
            <source>The votes have not been counted.</source>
            <translation>Die Stimmen sind nicht ausgezählt.</translation>
        </message>
        <message>
            <source>The votes of {groups} between {mechanism} and {other} were counted in another lab or by an earlier version: the log does not say when.</source>
            <translation>Die Stimmen von {groups} zwischen {mechanism} und {other} wurden in einem anderen Labor oder von einer früheren Version ausgezählt: Das Protokoll sagt nicht, wann.</translation>
        </message>
        <message>
            <source>{when}: data were exported with the votes of {groups} that had not been counted.</source>
            <translation>{when}: Daten wurden mit den Stimmen von {groups} exportiert, die nicht ausgezählt waren.</translation>
        </message>
        <message>
            <source>No limit was passed over.</source>
            <translation>Über keine Grenze wurde hinweggegangen.</translation>
        </message>
        <message>
            <source>The sessions’ logs tell of no alarm.</source>
            <translation>Die Protokolle der Sitzungen nennen keinen Alarm.</translation>
        </message>
        <message>
            <source>{when}: iteration {iteration} was added to the plan of training.</source>
            <translation>{when}: Durchgang {iteration} wurde dem Plan des Trainings hinzugefügt.</translation>
        </message>
        <message>
            <source>Sessions of other labs were merged: {labs}. Whether a plan was frozen, votes were counted or exported, or a limit was passed over there, the audit of that lab’s study tells, not this one.</source>
            <translation>Sitzungen anderer Labore wurden zusammengeführt: {labs}. Ob dort ein Plan festgeschrieben wurde, Stimmen ausgezählt oder exportiert wurden oder über eine Grenze hinweggegangen wurde, sagt die Prüfung der Studie jenes Labors, nicht diese.</translation>
        </message>
        <message>
            <source>The study’s log is whole.</source>
            <translation>Das Protokoll der Studie ist unversehrt.</translation>
        </message>
        <message>
            <source>The study’s log is not whole: an entry was changed or taken out.</source>
            <translation>Das Protokoll der Studie ist nicht unversehrt: Ein Eintrag wurde verändert oder entfernt.</translation>
        </message>
        <message>
            <source>Nobody can tell whether all that had been saved is in the study: study.mark is missing, or was when the study was opened.</source>
            <translation>Niemand kann sagen, ob alles in der Studie ist, was gespeichert worden war: study.mark fehlt, oder fehlte, als die Studie geöffnet wurde.</translation>
        </message>
        <message>
            <source>Settings, training steps and notes are as HCMD Lab stored them last.</source>
            <translation>Einstellungen, Trainingsschritte und Notizen sind so, wie HCMD Lab sie zuletzt gespeichert hat.</translation>
        </message>
        <message>
            <source>{when}, session {session}: {alarm}</source>
            <translation>{when}, Sitzung {session}: {alarm}</translation>
        </message>
        <message>
            <source>after a session</source>
            <translation>nach einer Sitzung</translation>
        </message>
        <message>
            <source>before a training step</source>
            <translation>vor einem Trainingsschritt</translation>
        </message>
        <message>
            <source>before going back to a step</source>
            <translation>vor dem Zurückgehen zu einem Schritt</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>von Hand</translation>
        </message>
        <message>
            <source>before the study's format was changed</source>
            <translation>bevor das Format der Studie geändert wurde</translation>
        </message>
        <message>
            <source>{when}, {occasion}: {path} ({size} MB)</source>
            <translation>{when}, {occasion}: {path} ({size} MB)</translation>
        </message>
        <message>
            <source>That is on the same disk as the study: backups there help against mistakes and damaged files, not against the loss of the disk or of the computer.</source>
            <translation>Das ist auf demselben Datenträger wie die Studie: Sicherungen dort helfen gegen Fehler und beschädigte Dateien, nicht gegen den Verlust des Datenträgers oder des Rechners.</translation>
        </message>
        <message>
            <source>Passed over: {file}, of {when}: {why}.</source>
            <translation>Übergangen: {file}, von {when}: {why}.</translation>
        </message>
        <message>
            <source>This backup is not as HCMD Lab had saved the study: {why}.</source>
            <translation>Diese Sicherung ist nicht so, wie HCMD Lab die Studie gespeichert hatte: {why}.</translation>
        </message>
        <message numerus="yes">
            <source>The study was restored from {backup}; {n} event(s) (is|are) in its log.</source>
            <translation>
                <numerusform>Die Studie wurde aus {backup} wiederhergestellt; in ihrem Protokoll steht {n} Ereignis.</numerusform>
                <numerusform>Die Studie wurde aus {backup} wiederhergestellt; in ihrem Protokoll stehen {n} Ereignisse.</numerusform>
            </translation>
        </message>
        <message>
            <source>What was there before lies in {folder}.</source>
            <translation>Was vorher da war, liegt in {folder}.</translation>
        </message>
        <message>
            <source>Whether events were saved after the backup is not known.</source>
            <translation>Ob nach der Sicherung noch Ereignisse gespeichert wurden, ist nicht bekannt.</translation>
        </message>
        <message numerus="yes">
            <source>{n} event(s) that (was|were) saved after the backup (is|are) not in it.</source>
            <translation>
                <numerusform>{n} Ereignis, das nach der Sicherung gespeichert wurde, fehlt in ihr.</numerusform>
                <numerusform>{n} Ereignisse, die nach der Sicherung gespeichert wurden, fehlen in ihr.</numerusform>
            </translation>
        </message>
        <message>
            <source>It holds every event that was marked as saved.</source>
            <translation>Sie enthält jedes Ereignis, das als gespeichert vermerkt war.</translation>
        </message>
        <message numerus="yes">
            <source>{n} payment(s) that (was|were) noted as handed out (is|are) not noted in it: what was there before tells who has been paid.</source>
            <translation>
                <numerusform>{n} Auszahlung, die als erledigt vermerkt war, ist darin nicht vermerkt: Wer bezahlt wurde, sagt, was vorher da war.</numerusform>
                <numerusform>{n} Auszahlungen, die als erledigt vermerkt waren, sind darin nicht vermerkt: Wer bezahlt wurde, sagt, was vorher da war.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another program had changed its tables of decisions and groups; they were made again from its log.</source>
            <translation>Ein anderes Programm hatte ihre Tabellen der Entscheidungen und Gruppen verändert; sie wurden aus ihrem Protokoll neu erzeugt.</translation>
        </message>
        <message>
            <source>Labels that were deleted and withdrawals that were noted after the backup are not known to it: do these once more.</source>
            <translation>Ob nach der Sicherung Kennungen gelöscht oder Rücktritte vermerkt wurden, ist nicht bekannt: Holen Sie das gegebenenfalls nach.</translation>
        </message>
        <message numerus="yes">
            <source>{n} deletion(s) or withdrawal(s) that came after the backup (was|were) repeated.</source>
            <translation>
                <numerusform>{n} Löschung oder Rücktritt aus der Zeit nach der Sicherung wurde wiederholt.</numerusform>
                <numerusform>{n} Löschungen oder Rücktritte aus der Zeit nach der Sicherung wurden wiederholt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} mechanism(s)</source>
            <translation>
                <numerusform>{n} Mechanismus</numerusform>
                <numerusform>{n} Mechanismen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} planned contrast(s)</source>
            <translation>
                <numerusform>{n} geplanter Vergleich</numerusform>
                <numerusform>{n} geplante Vergleiche</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} more planned group(s)</source>
            <translation>
                <numerusform>{n} weitere geplante Gruppe</numerusform>
                <numerusform>{n} weitere geplante Gruppen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} more planned iteration(s)</source>
            <translation>
                <numerusform>{n} weiterer geplanter Durchgang</numerusform>
                <numerusform>{n} weitere geplante Durchgänge</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} withdrawal(s)</source>
            <translation>
                <numerusform>{n} Widerruf</numerusform>
                <numerusform>{n} Widerrufe</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>fingerprints of {n} participant(s)</source>
            <translation>
                <numerusform>Fingerabdruck von {n} Person</numerusform>
                <numerusform>Fingerabdrücke von {n} Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>additions to {n} known session(s)</source>
            <translation>
                <numerusform>Neues von {n} bekannter Sitzung</numerusform>
                <numerusform>Neues von {n} bekannten Sitzungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} new name(s) of labs</source>
            <translation>
                <numerusform>{n} neuer Name eines Labors</numerusform>
                <numerusform>{n} neue Namen von Laboren</numerusform>
            </translation>
        </message>
        <message>
            <source>It holds no labels, but notes, messages, reasons and answers as they were written: the other lab can read whatever names stand in them.</source>
            <translation>Es enthält keine Kennungen, aber Notizen, Nachrichten, Begründungen und Antworten, wie sie geschrieben wurden: Das andere Labor kann lesen, welche Namen darin stehen.</translation>
        </message>
        <message numerus="yes">
            <source>Of {n} prediction(s) of the models before about these groups, {held} held within the 95% errors.</source>
            <translation>
                <numerusform>Vorhersagen der vorigen Modelle über diese Gruppen, die innerhalb der 95-%-Fehler zutrafen: {held} von {n}.</numerusform>
                <numerusform>Vorhersagen der vorigen Modelle über diese Gruppen, die innerhalb der 95-%-Fehler zutrafen: {held} von {n}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of these (was|were) too wide to be wrong.</source>
            <translation>
                <numerusform>{n} davon war zu weit, um falsch zu sein.</numerusform>
                <numerusform>{n} davon waren zu weit, um falsch zu sein.</numerusform>
            </translation>
        </message>
        <message>
            <source>votes cast for {first} against {second}</source>
            <translation>abgegebene Stimmen für {first} gegen {second}</translation>
        </message>
        <message>
            <source>share of the endowment contributed under {first}</source>
            <translation>beigetragener Anteil der Ausstattung unter {first}</translation>
        </message>
        <message numerus="yes">
            <source>{what}: predicted {predicted}, observed {observed} in {n} group(s); so wide a prediction cannot be wrong.</source>
            <translation>
                <numerusform>{what}: vorhergesagt {predicted}, beobachtet {observed} in {n} Gruppe; eine so weite Vorhersage kann nicht falsch sein.</numerusform>
                <numerusform>{what}: vorhergesagt {predicted}, beobachtet {observed} in {n} Gruppen; eine so weite Vorhersage kann nicht falsch sein.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{what}: predicted {predicted}, observed {observed} in {n} group(s); they agree.</source>
            <translation>
                <numerusform>{what}: vorhergesagt {predicted}, beobachtet {observed} in {n} Gruppe; sie stimmen überein.</numerusform>
                <numerusform>{what}: vorhergesagt {predicted}, beobachtet {observed} in {n} Gruppen; sie stimmen überein.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{what}: predicted {predicted}, observed {observed} in {n} group(s); they do not agree.</source>
            <translation>
                <numerusform>{what}: vorhergesagt {predicted}, beobachtet {observed} in {n} Gruppe; sie stimmen nicht überein.</numerusform>
                <numerusform>{what}: vorhergesagt {predicted}, beobachtet {observed} in {n} Gruppen; sie stimmen nicht überein.</numerusform>
            </translation>
        </message>
        <message>
            <source>Deciding in the groups' place, the fitted participants show {shown} of {n} features of their behaviour (95% of repetitions).</source>
            <translation>An der Stelle der Gruppen zeigen die angepassten Teilnehmer {shown} von {n} Merkmalen ihres Verhaltens (95 % der Wiederholungen).</translation>
        </message>
        <message>
            <source>They differ in: {listed}.</source>
            <translation>Sie unterscheiden sich in: {listed}.</translation>
        </message>
        <message>
            <source>{feature} ({observed}, expected {low} to {high})</source>
            <translation>{feature} ({observed}, erwartet {low} bis {high})</translation>
        </message>
        <message>
            <source>{feature} in round {n}</source>
            <translation>{feature} in Runde {n}</translation>
        </message>
        <message>
            <source>{feature}, tail endowment {endowment}</source>
            <translation>{feature}, Ausstattung der Übrigen {endowment}</translation>
        </message>
        <message>
            <source>share contributed in the first round</source>
            <translation>beigetragener Anteil in der ersten Runde</translation>
        </message>
        <message>
            <source>share contributed in the last round</source>
            <translation>beigetragener Anteil in der letzten Runde</translation>
        </message>
        <message>
            <source>contributing nothing</source>
            <translation>nichts beitragen</translation>
        </message>
        <message>
            <source>contributing exactly half</source>
            <translation>genau die Hälfte beitragen</translation>
        </message>
        <message>
            <source>contributing everything</source>
            <translation>alles beitragen</translation>
        </message>
        <message>
            <source>part of the differences that lies between groups</source>
            <translation>Teil der Unterschiede, der zwischen Gruppen liegt</translation>
        </message>
        <message>
            <source>coefficient of the own last share</source>
            <translation>Koeffizient des eigenen letzten Anteils</translation>
        </message>
        <message>
            <source>coefficient of the others' last share</source>
            <translation>Koeffizient des letzten Anteils der anderen</translation>
        </message>
        <message>
            <source>heads' votes for the stage that paid them more</source>
            <translation>Stimmen der Köpfe für den Abschnitt, der ihnen mehr einbrachte</translation>
        </message>
        <message>
            <source>tails' votes for the stage that paid them more</source>
            <translation>Stimmen der Übrigen für den Abschnitt, der ihnen mehr einbrachte</translation>
        </message>
        <message>
            <source>share that heads contributed</source>
            <translation>Anteil, den Köpfe beitrugen</translation>
        </message>
        <message>
            <source>share that tails contributed</source>
            <translation>Anteil, den die Übrigen beitrugen</translation>
        </message>
        <message>
            <source>votes for the stage that paid the voter more</source>
            <translation>Stimmen für den Abschnitt, der mehr einbrachte</translation>
        </message>
        <message>
            <source>share that everyone contributed</source>
            <translation>Anteil, den alle beitrugen</translation>
        </message>
        <message>
            <source>“{name}” holds {sessions}, {groups}, {steps} and {labels} of participants.</source>
            <translation>„{name}“ enthält {sessions}, {groups}, {steps} und {labels} von Teilnehmenden.</translation>
        </message>
        <message>
            <source>Continue with iteration {iteration}.</source>
            <translation>Weiter mit Durchgang {iteration}.</translation>
        </message>
        <message>
            <source>Continue with iteration {iteration}, as the study's settings ask for more iterations.</source>
            <translation>Weiter mit Durchgang {iteration}, denn die Einstellungen der Studie sehen weitere Durchgänge vor.</translation>
        </message>
        <message>
            <source>Stop training: let new participants compare mechanisms by vote.</source>
            <translation>Training beenden: Lassen Sie neue Teilnehmende Mechanismen durch Abstimmung vergleichen.</translation>
        </message>
        <message>
            <source>The last iteration is done: let new participants compare mechanisms by vote.</source>
            <translation>Der letzte Durchgang ist fertig: Lassen Sie neue Teilnehmende Mechanismen durch Abstimmung vergleichen.</translation>
        </message>
        <message>
            <source>Nothing more to do: new participants have compared the mechanisms by vote.</source>
            <translation>Nichts mehr zu tun: Neue Teilnehmende haben die Mechanismen durch Abstimmung verglichen.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stopp</translation>
        </message>
        <message>
            <source>Last iteration</source>
            <translation>Letzter Durchgang</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>Verglichen</translation>
        </message>
        <message>
            <source>It plays as {before} does: votes between the two would be even.</source>
            <translation>Er spielt wie {before}: Die Stimmen zwischen beiden wären gleich verteilt.</translation>
        </message>
        <message>
            <source>Against {before} it would win {share} of the votes.</source>
            <translation>Gegen {before} würde er {share} der Stimmen gewinnen.</translation>
        </message>
        <message>
            <source>With twice as many groups this interval would be about {then} percentage points wide instead of {now}.</source>
            <translation>Mit doppelt so vielen Gruppen wäre dieses Intervall etwa {then} statt {now} Prozentpunkte breit.</translation>
        </message>
        <message>
            <source>That is too little to be worth another iteration.</source>
            <translation>Das ist zu wenig, um einen weiteren Durchgang zu lohnen.</translation>
        </message>
        <message>
            <source>Its training was shortened or refused, so this does not tell what could still be won.</source>
            <translation>Sein Training wurde verkürzt oder verworfen, deshalb sagt dies nicht, was noch zu gewinnen wäre.</translation>
        </message>
        <message>
            <source>Some mechanisms beat each other in a cycle.</source>
            <translation>Einige Mechanismen schlagen einander im Kreis.</translation>
        </message>
        <message>
            <source>By the newest models, {mechanism} beats every earlier mechanism with confidence.</source>
            <translation>Nach den neuesten Modellen schlägt {mechanism} statistisch gesichert jeden früheren Mechanismus.</translation>
        </message>
        <message>
            <source>Training kept {before}, the mechanism that it began with.</source>
            <translation>Das Training hat {before} behalten, den Mechanismus, mit dem es begann.</translation>
        </message>
        <message>
            <source>By the newest models, {mechanism} is behind the mechanism it was trained from, with confidence.</source>
            <translation>Nach den neuesten Modellen liegt {mechanism} statistisch gesichert hinter dem Mechanismus, mit dem sein Training begann.</translation>
        </message>
        <message>
            <source>By the newest models, {mechanism} is less than one percentage point ahead of the mechanism it was trained from, with confidence.</source>
            <translation>Nach den neuesten Modellen liegt {mechanism} statistisch gesichert weniger als einen Prozentpunkt vor dem Mechanismus, mit dem sein Training begann.</translation>
        </message>
        <message>
            <source>By the newest models, {mechanism} does not beat every earlier mechanism: with confidence it is behind {others}.</source>
            <translation>Nach den neuesten Modellen schlägt {mechanism} nicht jeden früheren Mechanismus: Er liegt statistisch gesichert hinter {others}.</translation>
        </message>
        <message>
            <source>The models do not know people well enough to tell whether {mechanism} beats {others}.</source>
            <translation>Die Modelle kennen die Menschen nicht gut genug, um zu sagen, ob {mechanism} {others} schlägt.</translation>
        </message>
        <message>
            <source>By the newest models, {mechanism} does not beat every earlier mechanism with confidence.</source>
            <translation>Nach den neuesten Modellen schlägt {mechanism} nicht jeden früheren Mechanismus statistisch gesichert.</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s)</source>
            <translation>
                <numerusform>{n} Gruppe</numerusform>
                <numerusform>{n} Gruppen</numerusform>
            </translation>
        </message>
        <message>
            <source>{found} ({planned} planned)</source>
            <translation>{found} ({planned} geplant)</translation>
        </message>
        <message>
            <source>{found} of {planned}</source>
            <translation>{found} von {planned}</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s), {target} planned</source>
            <translation>
                <numerusform>{n} Gruppe, {target} geplant</numerusform>
                <numerusform>{n} Gruppen, {target} geplant</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{groups} of {n} group(s)</source>
            <translation>
                <numerusform>{groups} von {n} Gruppe</numerusform>
                <numerusform>{groups} von {n} Gruppen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) that (counts|count)</source>
            <translation>
                <numerusform>{n} Gruppe, die zählt</numerusform>
                <numerusform>{n} Gruppen, die zählen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} new group(s)</source>
            <translation>
                <numerusform>{n} neue Gruppe</numerusform>
                <numerusform>{n} neue Gruppen</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} cast</source>
            <translation>{n} abgegeben</translation>
        </message>
        <message numerus="yes">
            <source>{n} decision(s)</source>
            <translation>
                <numerusform>{n} Entscheidung</numerusform>
                <numerusform>{n} Entscheidungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} contribution(s)</source>
            <translation>
                <numerusform>{n} Beitrag</numerusform>
                <numerusform>{n} Beiträge</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} update(s)</source>
            <translation>
                <numerusform>{n} Update</numerusform>
                <numerusform>{n} Updates</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} participant(s)</source>
            <translation>
                <numerusform>{n} Person</numerusform>
                <numerusform>{n} Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} (person|people)</source>
            <translation>
                <numerusform>{n} Person</numerusform>
                <numerusform>{n} Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} station(s)</source>
            <translation>
                <numerusform>{n} Platz</numerusform>
                <numerusform>{n} Plätze</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} session(s)</source>
            <translation>
                <numerusform>{n} Sitzung</numerusform>
                <numerusform>{n} Sitzungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} training step(s)</source>
            <translation>
                <numerusform>{n} Trainingsschritt</numerusform>
                <numerusform>{n} Trainingsschritte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} label(s)</source>
            <translation>
                <numerusform>{n} Kennung</numerusform>
                <numerusform>{n} Kennungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} epoch(s)</source>
            <translation>
                <numerusform>{n} Epoche</numerusform>
                <numerusform>{n} Epochen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} pair(s)</source>
            <translation>
                <numerusform>{n} Paar</numerusform>
                <numerusform>{n} Paare</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing departs from the plan so far.</source>
            <translation>Bisher weicht nichts vom Plan ab.</translation>
        </message>
        <message numerus="yes">
            <source>The plan was frozen after {n} group(s) of the comparison had played.</source>
            <translation>
                <numerusform>Der Plan wurde eingefroren, nachdem {n} Gruppe des Vergleichs gespielt hatte.</numerusform>
                <numerusform>Der Plan wurde eingefroren, nachdem {n} Gruppen des Vergleichs gespielt hatten.</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} was planned as {planned} and is {found} now.</source>
            <translation>{name} war als {planned} geplant und ist jetzt {found}.</translation>
        </message>
        <message>
            <source>The votes were to be judged by {planned}, and were judged by {found}.</source>
            <translation>Geplant war dieses Urteil über die Stimmen: {planned}; geurteilt wurde so: {found}.</translation>
        </message>
        <message>
            <source>{planned} groups were planned, and the votes of {found} were counted.</source>
            <translation>Geplant waren {planned} Gruppen; gezählt wurden die Stimmen von {found}.</translation>
        </message>
        <message>
            <source>The votes were counted when {found} of {planned} planned groups had played.</source>
            <translation>Die Stimmen wurden gezählt, als {found} von {planned} geplanten Gruppen gespielt hatten.</translation>
        </message>
        <message>
            <source>The mechanism was to be compared with {planned}, and was compared with {found}.</source>
            <translation>Der Mechanismus sollte mit {planned} verglichen werden und wurde mit {found} verglichen.</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) that had played a comparison (was|were) set aside: the study went back.</source>
            <translation>
                <numerusform>{n} Gruppe, die einen Vergleich gespielt hatte, wurde beiseitegelegt: Die Studie ging zurück.</numerusform>
                <numerusform>{n} Gruppen, die einen Vergleich gespielt hatten, wurden beiseitegelegt: Die Studie ging zurück.</numerusform>
            </translation>
        </message>
        <message>
            <source>The frozen plan was altered: its hash was {planned} and is {found}.</source>
            <translation>Der eingefrorene Plan wurde verändert: Sein Hash war {planned} und ist {found}.</translation>
        </message>
        <message>
            <source>The contrast of {mechanism} with {other} was planned with {planned} and has {found} now.</source>
            <translation>Der Vergleich von {mechanism} mit {other} war mit {planned} geplant und hat jetzt {found}.</translation>
        </message>
        <message>
            <source>The contrast of {mechanism} with {other} was in the plan and was dropped.</source>
            <translation>Der Vergleich von {mechanism} mit {other} stand im Plan und wurde verworfen.</translation>
        </message>
        <message numerus="yes">
            <source>The contrast of {mechanism} with {other} was not in the plan; it was planned after the votes of {n} other contrast(s) had been counted.</source>
            <translation>
                <numerusform>Der Vergleich von {mechanism} mit {other} stand nicht im Plan; er wurde geplant, nachdem die Stimmen eines anderen Vergleichs ausgezählt waren.</numerusform>
                <numerusform>Der Vergleich von {mechanism} mit {other} stand nicht im Plan; er wurde geplant, nachdem die Stimmen {n} anderer Vergleiche ausgezählt waren.</numerusform>
            </translation>
        </message>
        <message>
            <source>The contrast of {mechanism} with {other} was not in the plan.</source>
            <translation>Der Vergleich von {mechanism} mit {other} stand nicht im Plan.</translation>
        </message>
        <message>
            <source>{test} ({estimand})</source>
            <translation>{test} ({estimand})</translation>
        </message>
        <message>
            <source>The votes of simulated participants do not decide between {mechanism} and {baseline}.</source>
            <translation>Die Stimmen der simulierten Teilnehmenden entscheiden nicht zwischen {mechanism} und {baseline}.</translation>
        </message>
        <message>
            <source>The votes do not decide between {mechanism} and {baseline}.</source>
            <translation>Die Stimmen entscheiden nicht zwischen {mechanism} und {baseline}.</translation>
        </message>
        <message>
            <source>Simulated participants preferred {preferred} to {other}.</source>
            <translation>Simulierte Teilnehmende bevorzugten {preferred} gegenüber {other}.</translation>
        </message>
        <message>
            <source>People preferred {preferred} to {other}.</source>
            <translation>Die Personen bevorzugten {preferred} gegenüber {other}.</translation>
        </message>
        <message numerus="yes">
            <source>Each of the three stages has {n} round(s).</source>
            <translation>
                <numerusform>Jeder der drei Abschnitte hat {n} Runde.</numerusform>
                <numerusform>Jede der drei Abschnitte hat {n} Runden.</numerusform>
            </translation>
        </message>
        <message>
            <source>The fund grows by a factor of {growth}: under equal shares, a coin in the fund returns {own} to each participant.</source>
            <translation>Der Fonds wächst um den Faktor {growth}: Bei gleichen Anteilen bringt eine Münze im Fonds jedem {own} zurück.</translation>
        </message>
        <message numerus="yes">
            <source>A mechanism's table has {n} contribution profile(s).</source>
            <translation>
                <numerusform>Die Tabelle eines Mechanismus hat {n} Beitragsprofil.</numerusform>
                <numerusform>Die Tabelle eines Mechanismus hat {n} Beitragsprofile.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Groups of {seats}; everyone has {n} coin(s) in each round, nobody has a role. Only a variation of a mechanism (ACQUIRE) or one from a file can treat seat 1 differently.</source>
            <translation>
                <numerusform>Gruppen zu {seats}; alle haben in jeder Runde {n} Münze, niemand hat eine Rolle. Nur eine Abwandlung eines Mechanismus (ACQUIRE) oder einer aus einer Datei kann Sitz 1 anders behandeln.</numerusform>
                <numerusform>Gruppen zu {seats}; alle haben in jeder Runde {n} Münzen, niemand hat eine Rolle. Nur eine Abwandlung eines Mechanismus (ACQUIRE) oder einer aus einer Datei kann Sitz 1 anders behandeln.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Groups of {seats}: the head (seat 1) has {n} coin(s) in each round, each of the {tails} tails has {coins}.</source>
            <translation>
                <numerusform>Gruppen zu {seats}: Der Kopf (Sitz 1) hat in jeder Runde {n} Münze, jeder der {tails} Übrigen hat {coins}.</numerusform>
                <numerusform>Gruppen zu {seats}: Der Kopf (Sitz 1) hat in jeder Runde {n} Münzen, jeder der {tails} Übrigen hat {coins}.</numerusform>
            </translation>
        </message>
        <message>
            <source>{first} or {last}</source>
            <translation>{first} oder {last}</translation>
        </message>
        <message>
            <source>This is no social dilemma: the fund becomes no larger than what was put into it, so that a group gains nothing by contributing.</source>
            <translation>Das ist kein soziales Dilemma: Der Fonds wird nicht größer als das, was eingezahlt wurde, eine Gruppe gewinnt also nichts durch Beiträge.</translation>
        </message>
        <message>
            <source>This is no social dilemma: under equal shares a coin in the fund returns at least one coin to its giver, so that nobody loses by contributing.</source>
            <translation>Das ist kein soziales Dilemma: Bei gleichen Anteilen bringt eine Münze im Fonds der Person, die sie gibt, mindestens eine Münze zurück, niemand verliert also durch Beiträge.</translation>
        </message>
        <message>
            <source>This is not the paper's game: figures of the paper, such as its vote share of {paper}, were found in another one.</source>
            <translation>Das ist nicht das Spiel des Artikels: Zahlen des Artikels wie sein Stimmenanteil von {paper} stammen aus einem anderen.</translation>
        </message>
        <message>
            <source>The simulated people were fitted to the paper's game; how people play this one, they only extrapolate.</source>
            <translation>Die simulierten Personen wurden an das Spiel des Artikels angepasst; wie Menschen dieses spielen, extrapolieren sie nur.</translation>
        </message>
        <message>
            <source>What is known of people</source>
            <translation>Was über Menschen bekannt ist</translation>
        </message>
        <message>
            <source>Prediction of contributions</source>
            <translation>Vorhersage der Beiträge</translation>
        </message>
        <message>
            <source>Prediction of votes</source>
            <translation>Vorhersage der Stimmen</translation>
        </message>
        <message>
            <source>Simulated games</source>
            <translation>Simulierte Spiele</translation>
        </message>
        <message>
            <source>Within the data</source>
            <translation>Im Bereich der Daten</translation>
        </message>
        <message>
            <source>Worse than keeping everything</source>
            <translation>Schlechter, als alles zu behalten</translation>
        </message>
        <message>
            <source>Served least</source>
            <translation>Am schlechtesten gestellt</translation>
        </message>
        <message>
            <source>Expected votes</source>
            <translation>Erwartete Stimmen</translation>
        </message>
        <message>
            <source>All right</source>
            <translation>In Ordnung</translation>
        </message>
        <message>
            <source>Please note</source>
            <translation>Bitte beachten</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>Hinweggegangen</translation>
        </message>
        <message>
            <source>Past a limit</source>
            <translation>Über einer Grenze</translation>
        </message>
        <message>
            <source>Passed over: “{reason}”.</source>
            <translation>Darüber hinweggegangen: „{reason}“.</translation>
        </message>
        <message numerus="yes">
            <source>{mechanism} should not meet people yet: {n} finding(s) (goes|go) past the study's limits.</source>
            <translation>
                <numerusform>{mechanism} sollte Menschen noch nicht begegnen: {n} Befund überschreitet die Grenzen der Studie.</numerusform>
                <numerusform>{mechanism} sollte Menschen noch nicht begegnen: {n} Befunde überschreiten die Grenzen der Studie.</numerusform>
            </translation>
        </message>
        <message>
            <source>{mechanism} may meet people: the experimenter has passed over what went past the study's limits.</source>
            <translation>{mechanism} darf Menschen begegnen: Die Versuchsleitung ist über das hinweggegangen, was die Grenzen der Studie überschritt.</translation>
        </message>
        <message>
            <source>{mechanism} may meet people; nothing can be predicted yet.</source>
            <translation>{mechanism} darf Menschen begegnen; vorhersagen lässt sich noch nichts.</translation>
        </message>
        <message>
            <source>{mechanism} may meet people.</source>
            <translation>{mechanism} darf Menschen begegnen.</translation>
        </message>
        <message>
            <source>No restriction that was tried on it would bring this down to {limit} of the groups.</source>
            <translation>Keine der Beschränkungen, die an ihm versucht wurden, brächte dies auf {limit} der Gruppen herunter.</translation>
        </message>
        <message>
            <source>With {restriction}, not trained anew, it would be {share} of the groups; the restriction is set when a study is made.</source>
            <translation>Mit {restriction}, ohne neues Training, wären es {share} der Gruppen; die Beschränkung wird beim Anlegen einer Studie festgelegt.</translation>
        </message>
        <message>
            <source>No people have been modelled yet: what they will do under this mechanism is not known.</source>
            <translation>Noch wurden keine Menschen modelliert: Was sie unter diesem Mechanismus tun werden, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Nobody has looked yet what the models expect under this mechanism.</source>
            <translation>Noch hat niemand nachgesehen, was die Modelle unter diesem Mechanismus erwarten.</translation>
        </message>
        <message>
            <source>MODEL has learned from {decisions} of {groups}.</source>
            <translation>MODEL hat aus {decisions} von {groups} gelernt.</translation>
        </message>
        <message>
            <source>contributions</source>
            <translation>Beiträge</translation>
        </message>
        <message>
            <source>MODEL had no votes that it could learn from, and knows nothing of them.</source>
            <translation>MODEL hatte keine Stimmen, aus denen es lernen konnte, und weiß nichts über sie.</translation>
        </message>
        <message>
            <source>votes</source>
            <translation>Stimmen</translation>
        </message>
        <message>
            <source>MODEL predicted {what} of the groups left out as well as a guess does, at {found}.</source>
            <translation>MODEL hat {what} der zurückgehaltenen Gruppen so gut vorhergesagt, wie man sie rät, bei {found}.</translation>
        </message>
        <message>
            <source>MODEL predicted {what} of the groups left out worse than a guess does: by {gain} nats, at {found}.</source>
            <translation>MODEL hat {what} der zurückgehaltenen Gruppen schlechter vorhergesagt, als man sie rät: um {gain} nats, bei {found}.</translation>
        </message>
        <message>
            <source>MODEL predicted {what} of the groups left out better than a guess by {gain} nats, at {found}; the study asks for {limit}.</source>
            <translation>MODEL hat {what} der zurückgehaltenen Gruppen um {gain} nats besser vorhergesagt, als man sie rät, bei {found}; die Studie verlangt {limit}.</translation>
        </message>
        <message>
            <source>MODEL predicts {what} of groups that it has not seen better than a guess by {gain} nats, at {found}.</source>
            <translation>MODEL sagt {what} von Gruppen, die es nicht gesehen hat, um {gain} nats besser voraus, als man sie rät, bei {found}.</translation>
        </message>
        <message>
            <source>MODEL predicted {what} of the groups left out better than a guess by {gain} nats, at {found}; the error of this difference is not known.</source>
            <translation>MODEL hat {what} der zurückgehaltenen Gruppen um {gain} nats besser vorhergesagt, als man sie rät, bei {found}; der Fehler dieses Unterschieds ist nicht bekannt.</translation>
        </message>
        <message>
            <source>MODEL predicted {what} of the groups left out better than a guess by {gain} nats, at {found}; other groups might say otherwise.</source>
            <translation>MODEL hat {what} der zurückgehaltenen Gruppen um {gain} nats besser vorhergesagt, als man sie rät, bei {found}; andere Gruppen könnten anderes sagen.</translation>
        </message>
        <message numerus="yes">
            <source>Played in {n} game(s) with each of {models}.</source>
            <translation>
                <numerusform>Gespielt in {n} Spiel mit jedem von {models}.</numerusform>
                <numerusform>Gespielt in {n} Spielen mit jedem von {models}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} fitted model(s)</source>
            <translation>
                <numerusform>{n} angepassten Modell</numerusform>
                <numerusform>{n} angepassten Modellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{share} of the predicted decisions lie in situations that were seen at least {n} time(s) (the study asks for {limit}).</source>
            <translation>
                <numerusform>{share} der vorhergesagten Entscheidungen liegen in Situationen, die mindestens {n}-mal gesehen wurden (die Studie verlangt {limit}).</numerusform>
                <numerusform>{share} der vorhergesagten Entscheidungen liegen in Situationen, die mindestens {n}-mal gesehen wurden (die Studie verlangt {limit}).</numerusform>
            </translation>
        </message>
        <message>
            <source>There {within} of the endowment is expected to be given, in the others {beyond}.</source>
            <translation>Dort wird ein Beitrag von {within} der Ausstattung erwartet, in den anderen von {beyond}.</translation>
        </message>
        <message>
            <source>In {share} of the groups somebody earns less than by keeping everything (at most {limit} allowed; {other} under {baseline}){spread}.</source>
            <translation>In {share} der Gruppen verdient jemand weniger, als alles zu behalten brächte (höchstens {limit} erlaubt; {other} unter {baseline}){spread}.</translation>
        </message>
        <message>
            <source>A participant gains {gain} coins a round beyond keeping everything, on average.</source>
            <translation>Wer teilnimmt, gewinnt im Mittel {gain} Münzen je Runde mehr, als alles zu behalten einbrächte.</translation>
        </message>
        <message>
            <source>Least is gained where each tail has {coins}, by the head and the tails alike: {gain} coins a round beyond keeping everything, on average.</source>
            <translation>Am wenigsten gewinnen der Kopf und die Übrigen gleichermaßen, wo die Übrigen je {coins} haben: im Mittel {gain} Münzen je Runde mehr, als alles zu behalten brächte.</translation>
        </message>
        <message>
            <source>the head</source>
            <translation>der Kopf</translation>
        </message>
        <message>
            <source>a tail</source>
            <translation>jemand von den Übrigen</translation>
        </message>
        <message>
            <source>Least is gained by {role} where each tail has {coins}: {gain} coins a round beyond keeping everything, on average.</source>
            <translation>Am wenigsten gewinnt {role}, wo die Übrigen je {coins} haben: im Mittel {gain} Münzen je Runde mehr, als alles zu behalten brächte.</translation>
        </message>
        <message>
            <source>No share of votes is expected: MODEL had no votes that it could learn from.</source>
            <translation>Kein Stimmenanteil wird erwartet: MODEL hatte keine Stimmen, aus denen es lernen konnte.</translation>
        </message>
        <message>
            <source>Shares of votes are expected against this mechanism; against itself it would win half of the votes.</source>
            <translation>Stimmenanteile werden gegen diesen Mechanismus erwartet; gegen sich selbst bekäme er die Hälfte der Stimmen.</translation>
        </message>
        <message>
            <source>{share} of the votes are expected against {baseline}.</source>
            <translation>{share} der Stimmen werden gegen {baseline} erwartet.</translation>
        </message>
        <message>
            <source>That is by one fitted model: what others would expect is not known.</source>
            <translation>Das erwartet ein einziges angepasstes Modell: Was andere erwarten würden, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>The models do not know people well enough to tell which would win.</source>
            <translation>Die Modelle kennen die Menschen nicht gut genug, um zu sagen, welcher gewinnen würde.</translation>
        </message>
        <message>
            <source>{share} of the votes are expected against {baseline}, by one fitted model: how wrong that is cannot be told.</source>
            <translation>Gegen {baseline} werden {share} der Stimmen erwartet, von einem einzigen angepassten Modell: Wie falsch das ist, lässt sich nicht sagen.</translation>
        </message>
        <message>
            <source>{share} of the votes are expected against {baseline}; the models agree on the direction ({low} to {high}).</source>
            <translation>Gegen {baseline} werden {share} der Stimmen erwartet; über die Richtung sind sich die Modelle einig ({low} bis {high}).</translation>
        </message>
        <message>
            <source>{share} of the votes are expected against {baseline}; the models do not agree on the direction ({low} to {high}).</source>
            <translation>Gegen {baseline} werden {share} der Stimmen erwartet; über die Richtung sind sich die Modelle nicht einig ({low} bis {high}).</translation>
        </message>
        <message>
            <source>; as much by each of the single models</source>
            <translation>; ebenso viel nach jedem einzelnen Modell</translation>
        </message>
        <message>
            <source>; {low} to {high} by the single models</source>
            <translation>; {low} bis {high} nach den einzelnen Modellen</translation>
        </message>
        <message>
            <source>a minimum share of {share}</source>
            <translation>einem Mindestanteil von {share}</translation>
        </message>
        <message>
            <source>at most {part} of the fund divided otherwise than by {reference}</source>
            <translation>höchstens {part} des Fonds anders geteilt als bei {reference}</translation>
        </message>
        <message>
            <source>Going back to {step} of iteration {iteration} sets aside:</source>
            <translation>Zu {step} von Durchgang {iteration} zurückzugehen legt beiseite:</translation>
        </message>
        <message numerus="yes">
            <source>{n} session(s) with {groups} counting now and {votes}.</source>
            <translation>
                <numerusform>{n} Sitzung mit {groups}, soweit sie jetzt zählen, und {votes}.</numerusform>
                <numerusform>{n} Sitzungen mit {groups}, soweit sie jetzt zählen, und {votes}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of the sessions (is a pilot|are pilots).</source>
            <translation>
                <numerusform>{n} der Sitzungen ist ein Probelauf.</numerusform>
                <numerusform>{n} der Sitzungen sind Probeläufe.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of the groups (has|have) compared mechanisms for EVALUATE.</source>
            <translation>
                <numerusform>{n} der Gruppen hat Mechanismen für EVALUATE verglichen.</numerusform>
                <numerusform>{n} der Gruppen haben Mechanismen für EVALUATE verglichen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} mechanism(s): {names}.</source>
            <translation>
                <numerusform>{n} Mechanismus: {names}.</numerusform>
                <numerusform>{n} Mechanismen: {names}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The planned contrast of {mechanism} with {other}.</source>
            <translation>Den geplanten Vergleich von {mechanism} mit {other}.</translation>
        </message>
        <message>
            <source>The registration of the comparison; another plan can be registered then.</source>
            <translation>Die Registrierung des Vergleichs; danach kann ein anderer Plan registriert werden.</translation>
        </message>
        <message>
            <source>Nothing of that is deleted: it stays in the study, is marked in exports, report and bundle, and is used by nothing.</source>
            <translation>Davon wird nichts gelöscht: Es bleibt in der Studie, ist in Export, Bericht und Bündel gekennzeichnet und wird von nichts verwendet.</translation>
        </message>
        <message>
            <source>{step} has begun and has no result yet; what it has saved is deleted.</source>
            <translation>{step} ist begonnen und hat noch kein Ergebnis; was es gespeichert hat, wird gelöscht.</translation>
        </message>
        <message>
            <source>A backup of the study is made first.</source>
            <translation>Zuerst wird eine Sicherung der Studie gemacht.</translation>
        </message>
        <message numerus="yes">
            <source>Only what {n} group(s) did in ACQUIRE stays data for MODEL.</source>
            <translation>
                <numerusform>Nur was {n} Gruppe in ACQUIRE getan hat, bleibt Datengrundlage von MODEL.</numerusform>
                <numerusform>Nur was {n} Gruppen in ACQUIRE getan haben, bleibt Datengrundlage von MODEL.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What {n} group(s) did in ACQUIRE is not data for MODEL any more.</source>
            <translation>
                <numerusform>Was {n} Gruppe in ACQUIRE getan hat, ist nicht mehr Datengrundlage von MODEL.</numerusform>
                <numerusform>Was {n} Gruppen in ACQUIRE getan haben, ist nicht mehr Datengrundlage von MODEL.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} result(s) of {step}.</source>
            <translation>
                <numerusform>{n} Ergebnis von {step}.</numerusform>
                <numerusform>{n} Ergebnisse von {step}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Set aside: {runs}, {sessions} with {groups} and {votes}.</source>
            <translation>Beiseitegelegt: {runs}, {sessions} mit {groups} und {votes}.</translation>
        </message>
        <message numerus="yes">
            <source>{n} result(s) of training steps</source>
            <translation>
                <numerusform>{n} Ergebnis von Trainingsschritten</numerusform>
                <numerusform>{n} Ergebnisse von Trainingsschritten</numerusform>
            </translation>
        </message>
        <message>
            <source>The plan of the comparison that was frozen before was set aside, too.</source>
            <translation>Auch der zuvor eingefrorene Plan des Vergleichs wurde beiseitegelegt.</translation>
        </message>
        <message numerus="yes">
            <source>{n} planned contrast(s) left the plan.</source>
            <translation>
                <numerusform>{n} geplanter Vergleich ist nicht mehr im Plan.</numerusform>
                <numerusform>{n} geplante Vergleiche sind nicht mehr im Plan.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} result(s) of training steps (is|are) set aside: {results}.</source>
            <translation>
                <numerusform>{n} Ergebnis von Trainingsschritten ist beiseitegelegt: {results}.</numerusform>
                <numerusform>{n} Ergebnisse von Trainingsschritten sind beiseitegelegt: {results}.</numerusform>
            </translation>
        </message>
        <message>
            <source>{step} of iteration {n}</source>
            <translation>{step} von Durchgang {n}</translation>
        </message>
        <message numerus="yes">
            <source>{n} session(s) (is|are) set aside: {codes}. Without that, {groups} would count.</source>
            <translation>
                <numerusform>{n} Sitzung ist beiseitegelegt: {codes}. Sonst würden zählen: {groups}.</numerusform>
                <numerusform>{n} Sitzungen sind beiseitegelegt: {codes}. Sonst würden zählen: {groups}.</numerusform>
            </translation>
        </message>
        <message>
            <source>What {n} of the groups did in ACQUIRE stays data for MODEL.</source>
            <translation>Was {n} der Gruppen in ACQUIRE getan haben, bleibt Datengrundlage von MODEL.</translation>
        </message>
        <message>
            <source>Nothing had been saved yet: it will start over.</source>
            <translation>Es war noch nichts gespeichert: Es beginnt von vorn.</translation>
        </message>
        <message>
            <source>It continues from its last save.</source>
            <translation>Es geht vom letzten gespeicherten Stand aus weiter.</translation>
        </message>
        <message>
            <source>It continues with what it had finished, and starts over if the data have changed since.</source>
            <translation>Der Schritt geht mit dem weiter, was fertig war, und beginnt von vorn, wenn sich die Daten seither geändert haben.</translation>
        </message>
        <message>
            <source>What it has saved is kept, and the same step continues with it.</source>
            <translation>Was gespeichert ist, bleibt, und derselbe Schritt macht damit weiter.</translation>
        </message>
        <message>
            <source>It saves nothing before its end: the same step will start over.</source>
            <translation>Vor dem Ende wird nichts gespeichert: Derselbe Schritt beginnt dann von vorn.</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Zählt</translation>
        </message>
        <message>
            <source>Counts once it is complete</source>
            <translation>Zählt, sobald sie vollständig ist</translation>
        </message>
        <message>
            <source>Does not count: a pilot session</source>
            <translation>Zählt nicht: eine Pilotsitzung</translation>
        </message>
        <message>
            <source>Does not count: it is void</source>
            <translation>Zählt nicht: Sie ist ungültig</translation>
        </message>
        <message>
            <source>Does not count: it ended early</source>
            <translation>Zählt nicht: Sie endete vorzeitig</translation>
        </message>
        <message>
            <source>Does not count: it closed before it started</source>
            <translation>Zählt nicht: Sie hat vor ihrem Beginn geschlossen</translation>
        </message>
        <message numerus="yes">
            <source>Does not count: {n} simulated participant(s), at station(s) {stations}</source>
            <translation>
                <numerusform>Zählt nicht: {n} simulierte Person, an Platz {stations}</numerusform>
                <numerusform>Zählt nicht: {n} simulierte Personen, an den Plätzen {stations}</numerusform>
            </translation>
        </message>
        <message>
            <source>Does not count: people played in a study of simulated participants</source>
            <translation>Zählt nicht: Menschen spielten in einer Studie mit simulierten Teilnehmenden</translation>
        </message>
        <message>
            <source>Does not count: nobody voted</source>
            <translation>Zählt nicht: Niemand hat abgestimmt</translation>
        </message>
        <message>
            <source>Does not count: it is set aside, and stays data for MODEL</source>
            <translation>Zählt nicht: Sie ist beiseitegelegt und bleibt Datengrundlage von MODEL</translation>
        </message>
        <message>
            <source>Does not count: it is set aside</source>
            <translation>Zählt nicht: Sie ist beiseitegelegt</translation>
        </message>
        <message>
            <source>Group {number}: {count}.</source>
            <translation>Gruppe {number}: {count}.</translation>
        </message>
        <message numerus="yes">
            <source>Found {n} complete group(s) with {decisions} and {votes}.</source>
            <translation>
                <numerusform>Gefunden: {n} vollständige Gruppe mit {decisions} und {votes}.</numerusform>
                <numerusform>Gefunden: {n} vollständige Gruppen mit {decisions} und {votes}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Rounds by stage: {rounds}.</source>
            <translation>Runden je Abschnitt: {rounds}.</translation>
        </message>
        <message>
            <source>MODEL can use {votes} of this file.</source>
            <translation>MODEL kann aus dieser Datei {votes} verwenden.</translation>
        </message>
        <message numerus="yes">
            <source>{n} incomplete group(s) (is|are) left out.</source>
            <translation>
                <numerusform>{n} unvollständige Gruppe wird ausgelassen.</numerusform>
                <numerusform>{n} unvollständige Gruppen werden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The payouts are the study's fund in {fitting} of {all} rounds.</source>
            <translation>Die Auszahlungen sind in {fitting} von {all} Runden der Fonds der Studie.</translation>
        </message>
        <message>
            <source>Coins of everyone: {coins}.</source>
            <translation>Münzen von allen: {coins}.</translation>
        </message>
        <message>
            <source>Coins of the tail seats, and groups that had them: {coins}.</source>
            <translation>Münzen der Übrigen und Gruppen, die sie hatten: {coins}.</translation>
        </message>
        <message>
            <source>{where}, no short rule describes the mechanism well enough to be put into words.</source>
            <translation>{where}, beschreibt keine kurze Regel den Mechanismus gut genug, um sie in Worte zu fassen.</translation>
        </message>
        <message>
            <source>{where} and everyone contributes everything, the head receives {head} of the fund and each tail {tail}.</source>
            <translation>{where} und alle alles geben, erhält der Kopf {head} des Fonds und jeder der Übrigen {tail}.</translation>
        </message>
        <message>
            <source>{where} and everyone contributes everything, everyone receives {head} of the fund.</source>
            <translation>{where} und alle alles geben, erhalten alle je {head} des Fonds.</translation>
        </message>
        <message>
            <source>{where} and everyone contributes everything, seat 1 receives {head} of the fund and each other seat {tail}.</source>
            <translation>{where} und alle alles geben, erhält Sitz 1 {head} des Fonds und jeder andere Sitz {tail}.</translation>
        </message>
        <message>
            <source>Where everyone has {coins}</source>
            <translation>Wo alle {coins} haben</translation>
        </message>
        <message>
            <source>Where each tail has {coins}</source>
            <translation>Wo die Übrigen je {coins} haben</translation>
        </message>
        <message>
            <source>By the rule that comes closest, the fund is divided in {parts}, whatever is contributed.</source>
            <translation>Nach der Regel, die am nächsten kommt, wird der Fonds in {parts} aufgeteilt, was immer gegeben wird.</translation>
        </message>
        <message>
            <source>By the rule that comes closest, the fund is divided {by_giving}.</source>
            <translation>Nach der Regel, die am nächsten kommt, wird der Fonds {by_giving} aufgeteilt.</translation>
        </message>
        <message>
            <source>By the rule that comes closest, {percent} of the fund is divided {by_giving}, and the rest in {parts}.</source>
            <translation>Nach der Regel, die am nächsten kommt, werden vom Fonds {percent} {by_giving} aufgeteilt und der Rest in {parts}.</translation>
        </message>
        <message>
            <source>equal parts</source>
            <translation>gleiche Teile</translation>
        </message>
        <message>
            <source>fixed parts ({head} to seat 1, {tail} to each other seat)</source>
            <translation>feste Teile ({head} für Sitz 1, {tail} für jeden anderen Sitz)</translation>
        </message>
        <message>
            <source>fixed parts ({head} to the head, {tail} to each tail)</source>
            <translation>feste Teile ({head} für den Kopf, {tail} für jeden der Übrigen)</translation>
        </message>
        <message>
            <source>in proportion to the fraction of the endowment that each seat contributes</source>
            <translation>im Verhältnis zum Anteil der Ausstattung, den jeder Sitz gibt,</translation>
        </message>
        <message>
            <source>in proportion to the coins that each seat contributes</source>
            <translation>im Verhältnis zu den Münzen, die jeder Sitz gibt,</translation>
        </message>
        <message>
            <source>in proportion to the fraction of the endowment that each seat contributes, the head's counting {percent} as much as a tail's</source>
            <translation>im Verhältnis zum Anteil der Ausstattung, den jeder Sitz gibt (der des Kopfes zählt zu {percent} so viel wie der eines Übrigen),</translation>
        </message>
        <message>
            <source>in proportion to the fraction of the endowment that each seat contributes, the head's counting {times} times as much as a tail's</source>
            <translation>im Verhältnis zum Anteil der Ausstattung, den jeder Sitz gibt (der des Kopfes zählt {times}-mal so viel wie der eines Übrigen),</translation>
        </message>
        <message>
            <source>in proportion to the coins that each seat contributes, those of seat 1 counting {percent} as much as those of another seat</source>
            <translation>im Verhältnis zu den Münzen, die jeder Sitz gibt (die von Sitz 1 zählen zu {percent} so viel wie die eines anderen),</translation>
        </message>
        <message>
            <source>in proportion to the coins that each seat contributes, those of seat 1 counting {times} times as much as those of another seat</source>
            <translation>im Verhältnis zu den Münzen, die jeder Sitz gibt (die von Sitz 1 zählen {times}-mal so viel wie die eines anderen),</translation>
        </message>
        <message>
            <source>in proportion to the fraction of the endowment that each tail contributes (the head's contribution does not count)</source>
            <translation>im Verhältnis zum Anteil der Ausstattung, den jeder der Übrigen gibt (was der Kopf gibt, zählt nicht),</translation>
        </message>
        <message>
            <source>in proportion to what each seat but seat 1 contributes (the contribution of seat 1 does not count)</source>
            <translation>im Verhältnis zu dem, was jeder Sitz außer Sitz 1 gibt (was Sitz 1 gibt, zählt nicht),</translation>
        </message>
        <message>
            <source>Where nothing counts, the parts are equal.</source>
            <translation>Wo nichts zählt, sind die Teile gleich.</translation>
        </message>
        <message>
            <source>The head's contribution counts only beyond {percent} of its endowment.</source>
            <translation>Was der Kopf gibt, zählt erst über {percent} seiner Ausstattung.</translation>
        </message>
        <message>
            <source>A tail's contribution counts only beyond {percent} of its endowment.</source>
            <translation>Was einer der Übrigen gibt, zählt erst über {percent} seiner Ausstattung.</translation>
        </message>
        <message>
            <source>Contributions count only beyond a threshold: {head} of the endowment for the head, {tail} for a tail.</source>
            <translation>Was gegeben wird, zählt erst über einer Schwelle: {head} der Ausstattung beim Kopf, {tail} bei den Übrigen.</translation>
        </message>
        <message>
            <source>Contributions count only beyond {percent} of the endowment.</source>
            <translation>Was gegeben wird, zählt erst über {percent} der Ausstattung.</translation>
        </message>
        <message>
            <source>Contributions count only beyond a threshold: {head} of the endowment for seat 1, {tail} for another seat.</source>
            <translation>Was gegeben wird, zählt erst über einer Schwelle: {head} der Ausstattung bei Sitz 1, {tail} bei einem anderen Sitz.</translation>
        </message>
        <message>
            <source>The rule divides {percent} of the fund as the mechanism does in the rounds that were played (the best closed form {best}, equal shares {equal}).</source>
            <translation>Die Regel teilt in den gespielten Runden {percent} des Fonds so auf wie der Mechanismus (die beste geschlossene Form {best}, gleiche Anteile {equal}).</translation>
        </message>
        <message>
            <source>The rule divides {percent} of the fund as the mechanism does, all contributions counting alike (the best closed form {best}, equal shares {equal}).</source>
            <translation>Die Regel teilt {percent} des Fonds so auf wie der Mechanismus, wenn alle Beiträge gleich viel zählen (die beste geschlossene Form {best}, gleiche Anteile {equal}).</translation>
        </message>
        <message>
            <source>No group has played a whole stage with {mechanism} yet, so nothing is known about its least-served seats.</source>
            <translation>Noch keine Gruppe hat einen ganzen Abschnitt mit {mechanism} gespielt; deshalb weiß niemand, wie es dem Sitz ergeht, der am schlechtesten wegkommt.</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) (has|have) compared {mechanism} with {baseline}; what they voted is told once EVALUATE has counted the votes.</source>
            <translation>
                <numerusform>{n} Gruppe hat {mechanism} mit {baseline} verglichen; wie sie abgestimmt hat, wird gesagt, sobald EVALUATE die Stimmen gezählt hat.</numerusform>
                <numerusform>{n} Gruppen haben {mechanism} mit {baseline} verglichen; wie sie abgestimmt haben, wird gesagt, sobald EVALUATE die Stimmen gezählt hat.</numerusform>
            </translation>
        </message>
        <message>
            <source>No group has played both {mechanism} and {baseline} and voted: which of the two wins votes is not known.</source>
            <translation>Keine Gruppe hat {mechanism} und {baseline} kennengelernt und abgestimmt: Welcher der beiden Stimmen gewinnt, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Under {mechanism}, the seat that gained least in its group gained on average {gain} coins per round over keeping everything (10th percentile: {tenth}); in {n} of {groups} someone earned less than by keeping everything.</source>
            <translation>Unter {mechanism} gewann der Sitz, der in seiner Gruppe am wenigsten gewann, im Mittel {gain} Münzen je Runde gegenüber dem Behalten von allem (10. Perzentil: {tenth}); in {n} von {groups} verdiente jemand weniger, als wenn er alles behalten hätte.</translation>
        </message>
        <message>
            <source>The share of votes for {mechanism} against {baseline} is {head} among heads ({head_low} to {head_high}) and {tail} among tails ({tail_low} to {tail_high}); 95% intervals over {groups}.</source>
            <translation>Der Anteil der Stimmen für {mechanism} gegen {baseline} ist {head} bei den Köpfen ({head_low} bis {head_high}) und {tail} bei den Übrigen ({tail_low} bis {tail_high}); 95-%-Intervalle über {groups}.</translation>
        </message>
        <message>
            <source>The share of votes for {mechanism} against {baseline} is {head} among heads ({head_low} to {head_high}, {voted}) and {tail} among tails ({tail_low} to {tail_high}, {groups}); 95% intervals over groups in which the role voted.</source>
            <translation>Der Anteil der Stimmen für {mechanism} gegen {baseline} ist {head} bei den Köpfen ({head_low} bis {head_high}, {voted}) und {tail} bei den Übrigen ({tail_low} bis {tail_high}, {groups}); 95-%-Intervalle über Gruppen, in denen die Rolle abgestimmt hat.</translation>
        </message>
        <message>
            <source>In these shares {estimand}.</source>
            <translation>In diesen Anteilen gilt: {estimand}.</translation>
        </message>
        <message>
            <source>In the heads' share {heads}; in the tails' share {tails}.</source>
            <translation>Im Anteil der Köpfe gilt: {heads}; in dem der Übrigen: {tails}.</translation>
        </message>
        <message>
            <source>{where} and the others contribute as in the rounds that were played: {told}.</source>
            <translation>{where} und die anderen geben wie in den gespielten Runden: {told}.</translation>
        </message>
        <message>
            <source>{where} and all contributions of the others count alike: {told}.</source>
            <translation>{where} und alle Beiträge der anderen gleich zählen: {told}.</translation>
        </message>
        <message>
            <source>another coin returns {to_head} coins to the head, who earns most in the round by contributing {best_head} of {head}; it returns {to_tail} to a tail, who earns most by contributing {best_tail} of {tail}</source>
            <translation>eine weitere Münze bringt dem Kopf {to_head} Münzen, und in der Runde verdient er am meisten, wenn er {best_head} von {head} gibt; einem der Übrigen bringt sie {to_tail}, und er verdient am meisten, wenn er {best_tail} von {tail} gibt</translation>
        </message>
        <message>
            <source>another coin returns {returns} coins to its giver, who earns most in the round by contributing {best} of {endowment}</source>
            <translation>eine weitere Münze bringt dem, der sie gibt, {returns} Münzen, und in der Runde verdient er am meisten, wenn er {best} von {endowment} gibt</translation>
        </message>
        <message>
            <source>another coin returns {returns} coins to its giver; seat 1 earns most in the round by contributing {best} of {endowment}, another seat by contributing {other}</source>
            <translation>eine weitere Münze bringt dem, der sie gibt, {returns} Münzen; in der Runde verdient Sitz 1 am meisten, wenn er {best} von {endowment} gibt, ein anderer Sitz, wenn er {other} gibt</translation>
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation>{low} bis {high}</translation>
        </message>
        <message>
            <source>There is no translation into {language}; the languages are {languages}.</source>
            <translation>Es gibt keine Übersetzung in {language}; die Sprachen sind {languages}.</translation>
        </message>
        <message>
            <source>Trained</source>
            <translation>Trainiert</translation>
        </message>
        <message>
            <source>Trained earlier</source>
            <translation>Früher trainiert</translation>
        </message>
        <message>
            <source>Closed form</source>
            <translation>Geschlossene Form</translation>
        </message>
        <message>
            <source>Variation</source>
            <translation>Variante</translation>
        </message>
        <message>
            <source>Member of the family</source>
            <translation>Mitglied der Familie</translation>
        </message>
        <message>
            <source>Readable rule</source>
            <translation>Lesbare Regel</translation>
        </message>
        <message>
            <source>Table from a file</source>
            <translation>Tabelle aus einer Datei</translation>
        </message>
        <message>
            <source>Another study's</source>
            <translation>Aus einer anderen Studie</translation>
        </message>
        <message>
            <source>Another</source>
            <translation>Anderer</translation>
        </message>
        <message>
            <source>Trained by OPTIMIZE in iteration {iteration}; the study does not use it any more: the step was taken again, or the study went back.</source>
            <translation>Von OPTIMIZE in Durchgang {iteration} trainiert; die Studie verwendet ihn nicht mehr: Der Schritt wurde noch einmal ausgeführt, oder die Studie ging zurück.</translation>
        </message>
        <message>
            <source>One of the closed forms that every study has.</source>
            <translation>Eine der geschlossenen Formen, die jede Studie hat.</translation>
        </message>
        <message>
            <source>Made for ACQUIRE from the mechanism of iteration {iteration}: the weight of seat 1 times {factor}.</source>
            <translation>Für ACQUIRE aus dem Mechanismus von Durchgang {iteration} gemacht: das Gewicht von Sitz 1 mal {factor}.</translation>
        </message>
        <message>
            <source>own_weight {own}, relative_weight {relative}.</source>
            <translation>own_weight {own}, relative_weight {relative}.</translation>
        </message>
        <message>
            <source>The rule that describes {mechanism} best; the two divide {low} to {high} of the fund alike, depending on the condition.</source>
            <translation>Die Regel, die {mechanism} am besten beschreibt; die beiden teilen je nach Bedingung {low} bis {high} des Fonds gleich.</translation>
        </message>
        <message>
            <source>From the file {file}: {given} profiles given, {completed} completed.</source>
            <translation>Aus der Datei {file}: {given} Profile angegeben, {completed} ergänzt.</translation>
        </message>
        <message>
            <source>{mechanism} of the study “{study}”, which is simulated.</source>
            <translation>{mechanism} der Studie „{study}“, die simuliert ist.</translation>
        </message>
        <message>
            <source>{mechanism} of the study “{study}”.</source>
            <translation>{mechanism} der Studie „{study}“.</translation>
        </message>
        <message>
            <source>Kept in the study by another version or another part of the program.</source>
            <translation>Von einer anderen Version oder einem anderen Teil des Programms in der Studie aufbewahrt.</translation>
        </message>
        <message>
            <source>{mechanism} against {other}</source>
            <translation>{mechanism} gegen {other}</translation>
        </message>
        <message numerus="yes">
            <source>{played} of {n} group(s) played so far.</source>
            <translation>
                <numerusform>Bisher gespielt: {played} von {n} Gruppe.</numerusform>
                <numerusform>Bisher gespielt: {played} von {n} Gruppen.</numerusform>
            </translation>
        </message>
        <message>
            <source>All of its groups have played; EVALUATE has not counted their votes.</source>
            <translation>Alle seine Gruppen haben gespielt; EVALUATE hat ihre Stimmen noch nicht gezählt.</translation>
        </message>
        <message>
            <source>Each contrast is tested at a level of {level}, which is not corrected for their number: if nobody preferred anything, at least one of {n} would seem decided with a chance of up to {chance}.</source>
            <translation>Jeder Vergleich wird auf einem Niveau von {level} getestet, das nicht für ihre Zahl korrigiert ist: Bevorzugte niemand etwas, so schiene mindestens einer von {n} mit einer Wahrscheinlichkeit von bis zu {chance} entschieden.</translation>
        </message>
        <message>
            <source>Trained in this study.</source>
            <translation>In dieser Studie trainiert.</translation>
        </message>
        <message>
            <source>Trained in iteration {iteration}.</source>
            <translation>In Durchgang {iteration} trainiert.</translation>
        </message>
        <message>
            <source>The first mechanism, taken from another study.</source>
            <translation>Der erste Mechanismus, aus einer anderen Studie übernommen.</translation>
        </message>
        <message>
            <source>The first mechanism, a random network.</source>
            <translation>Der erste Mechanismus, ein zufälliges Netz.</translation>
        </message>
        <message>
            <source>variation</source>
            <translation>Abwandlung</translation>
        </message>
        <message>
            <source>baseline</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>newest</source>
            <translation>neuester</translation>
        </message>
        <message>
            <source>random start, divides almost equally</source>
            <translation>zufälliger Beginn, teilt fast gleich</translation>
        </message>
        <message>
            <source>start of the training</source>
            <translation>Beginn des Trainings</translation>
        </message>
        <message numerus="yes">
            <source>Everyone has {n} coin(s)</source>
            <translation>
                <numerusform>Alle haben {n} Münze</numerusform>
                <numerusform>Alle haben {n} Münzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Each tail has {n} coin(s)</source>
            <translation>
                <numerusform>Übrige haben je {n} Münze</numerusform>
                <numerusform>Übrige haben je {n} Münzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>CPU, {n} thread(s)</source>
            <translation>
                <numerusform>CPU, {n} Thread</numerusform>
                <numerusform>CPU, {n} Threads</numerusform>
            </translation>
        </message>
        <message>
            <source>{coins}: {groups}</source>
            <translation>{coins}: {groups}</translation>
        </message>
        <message>
            <source>other coins: {groups}</source>
            <translation>andere Münzen: {groups}</translation>
        </message>
        <message>
            <source>by the coins of everyone: {conditions}</source>
            <translation>nach den Münzen von allen: {conditions}</translation>
        </message>
        <message>
            <source>by the coins of a tail: {conditions}</source>
            <translation>nach den Münzen der Übrigen: {conditions}</translation>
        </message>
        <message>
            <source>Data for MODEL: {groups}, with {votes} of {voting} that it can use; {by_coins}.</source>
            <translation>Daten für MODEL: {groups}; verwendbar: {votes} von {voting}; {by_coins}.</translation>
        </message>
        <message>
            <source>Fitted to a part of the groups, the newest model gave each contribution of the others a probability of {right} (geometric mean).</source>
            <translation>An einen Teil der Gruppen angepasst, gab das neueste Modell jedem Beitrag der anderen eine Wahrscheinlichkeit von {right} (geometrisches Mittel).</translation>
        </message>
        <message>
            <source>Fitted to a part of the groups, the newest model gave each contribution of the others a probability of {right} (geometric mean), where a uniform guess gives {guess}.</source>
            <translation>An einen Teil der Gruppen angepasst, gab das neueste Modell jedem Beitrag der anderen eine Wahrscheinlichkeit von {right} (geometrisches Mittel); wer alles für gleich wahrscheinlich hält, gibt {guess}.</translation>
        </message>
        <message>
            <source>Fitted to {decisions} and {votes} of {groups}; model size {size}, {epochs}.</source>
            <translation>Angepasst an {decisions} und {votes} ({groups}); Modellgröße {size}, {epochs}.</translation>
        </message>
        <message numerus="yes">
            <source>The models of contributions had first learned to predict {n} simulated group(s): what the study’s groups leave open, they take from those.</source>
            <translation>
                <numerusform>Die Modelle der Beiträge hatten zuerst gelernt, {n} simulierte Gruppe vorherzusagen: Was die Gruppen der Studie offenlassen, nehmen sie von dieser.</numerusform>
                <numerusform>Die Modelle der Beiträge hatten zuerst gelernt, {n} simulierte Gruppen vorherzusagen: Was die Gruppen der Studie offenlassen, nehmen sie von diesen.</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}: {model} nats on groups left out, where the best simple rule has {guess}; the error of this difference is not known.</source>
            <translation>{what}: {model} Nats auf zurückgehaltenen Gruppen, wo die beste einfache Regel {guess} hat; der Fehler dieses Unterschieds ist nicht bekannt.</translation>
        </message>
        <message>
            <source>{what}: predicted better than by every simple rule that was tried ({model} against {guess} nats).</source>
            <translation>{what}: besser vorhergesagt als von jeder einfachen Regel, die versucht wurde ({model} gegen {guess} Nats).</translation>
        </message>
        <message>
            <source>{what}: predicted worse than by a simple rule ({model} against {guess} nats).</source>
            <translation>{what}: schlechter vorhergesagt als von einer einfachen Regel ({model} gegen {guess} Nats).</translation>
        </message>
        <message>
            <source>{what}: these groups do not tell whether they are predicted better than by a simple rule ({model} against {guess} nats).</source>
            <translation>{what}: Diese Gruppen sagen nicht, ob sie besser vorhergesagt werden als von einer einfachen Regel ({model} gegen {guess} Nats).</translation>
        </message>
        <message numerus="yes">
            <source>{n} coin(s)</source>
            <translation>
                <numerusform>{n} Münze</numerusform>
                <numerusform>{n} Münzen</numerusform>
            </translation>
        </message>
        <message>
            <source>{amount} coins</source>
            <translation>{amount} Münzen</translation>
        </message>
        <message>
            <source>Beside all votes, as means over groups:</source>
            <translation>Neben allen Stimmen, als Mittel über Gruppen:</translation>
        </message>
        <message>
            <source>Heads cast {votes}; the share for {mechanism} is {share}.</source>
            <translation>Die Köpfe gaben {votes} ab; der Anteil für {mechanism} ist {share}.</translation>
        </message>
        <message>
            <source>Heads cast {votes}; the share for {mechanism} is {share}: {estimand}.</source>
            <translation>Die Köpfe gaben {votes} ab; der Anteil für {mechanism} ist {share}: {estimand}.</translation>
        </message>
        <message>
            <source>A group earned {one} coins a round under {mechanism} and {other} under {baseline}{difference}.</source>
            <translation>Eine Gruppe verdiente {one} Münzen je Runde unter {mechanism} und {other} unter {baseline}{difference}.</translation>
        </message>
        <message>
            <source>The Gini coefficient of its members' rewards was {one} under {mechanism} and {other} under {baseline}{difference}.</source>
            <translation>Der Gini-Koeffizient der Erträge ihrer Mitglieder war {one} unter {mechanism} und {other} unter {baseline}{difference}.</translation>
        </message>
        <message>
            <source>The seat that earned least had {one} coins a round under {mechanism} and {other} under {baseline}{difference}.</source>
            <translation>Der Sitz, der am wenigsten verdiente, hatte {one} Münzen je Runde unter {mechanism} und {other} unter {baseline}{difference}.</translation>
        </message>
        <message>
            <source> (difference {difference} in every group)</source>
            <translation> (Differenz {difference} in jeder Gruppe)</translation>
        </message>
        <message>
            <source> (difference {difference}, 95% interval {low} to {high})</source>
            <translation> (Differenz {difference}, 95-%-Intervall {low} bis {high})</translation>
        </message>
        <message>
            <source>{updates} at {ms} ms each on {device}; the gradient's signal-to-noise ratio ended at {noise}.</source>
            <translation>{updates} zu je {ms} ms auf {device}; das Signal-Rausch-Verhältnis des Gradienten lag am Ende bei {noise}.</translation>
        </message>
        <message>
            <source>It was trained from {before} again: the newest models expect {rejected} to lose against it.</source>
            <translation>Er wurde wieder von {before} aus trainiert: Die neuesten Modelle erwarten, dass {rejected} dagegen verliert.</translation>
        </message>
        <message>
            <source>{before} was kept: the models’ verdict on no step was better.</source>
            <translation>{before} wurde behalten: Kein Schritt schnitt im Urteil der Modelle besser ab.</translation>
        </message>
        <message>
            <source>{mechanism} is expected to win {share} of the votes against {before}.</source>
            <translation>{mechanism} wird gegen {before} voraussichtlich {share} der Stimmen gewinnen.</translation>
        </message>
        <message>
            <source>So wide an interval tells next to nothing; it narrows with groups that vote between different mechanisms.</source>
            <translation>Ein so breites Intervall sagt so gut wie nichts; es wird schmaler mit Gruppen, die zwischen verschiedenen Mechanismen abstimmen.</translation>
        </message>
        <message>
            <source>The step was shortened to {kept}, where the models’ verdict was best.</source>
            <translation>Der Schritt wurde auf {kept} verkürzt, wo das Urteil der Modelle am besten war.</translation>
        </message>
        <message numerus="yes">
            <source>{n} of these people (has|have) taken part in this study before: {names}</source>
            <translation>
                <numerusform>{n} dieser Personen hat schon einmal an dieser Studie teilgenommen: {names}</numerusform>
                <numerusform>{n} dieser Personen haben schon einmal an dieser Studie teilgenommen: {names}</numerusform>
            </translation>
        </message>
        <message>
            <source>Read as {encoding}</source>
            <translation>Gelesen als {encoding}</translation>
        </message>
        <message>
            <source>columns separated by {separator}</source>
            <translation>Spalten getrennt durch {separator}</translation>
        </message>
        <message>
            <source>one label per line</source>
            <translation>eine Kennung je Zeile</translation>
        </message>
        <message>
            <source>the first line is a heading</source>
            <translation>die erste Zeile ist eine Überschrift</translation>
        </message>
        <message>
            <source>no heading</source>
            <translation>keine Überschrift</translation>
        </message>
        <message>
            <source>labels in the column {column}</source>
            <translation>Kennungen in der Spalte {column}</translation>
        </message>
        <message>
            <source>If letters of the labels look wrong, save the list as UTF-8.</source>
            <translation>Wenn Buchstaben der Kennungen falsch aussehen, speichern Sie die Liste als UTF-8.</translation>
        </message>
        <message numerus="yes">
            <source>{n} (person|people) came</source>
            <translation>
                <numerusform>{n} Person ist gekommen</numerusform>
                <numerusform>{n} Personen sind gekommen</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} turned away</source>
            <translation>{n} abgewiesen</translation>
        </message>
        <message>
            <source>{n} left early</source>
            <translation>{n} vorzeitig gegangen</translation>
        </message>
        <message>
            <source>{n} finished</source>
            <translation>{n} bis zum Ende dabei</translation>
        </message>
        <message>
            <source>{n} still playing</source>
            <translation>{n} noch beim Spielen</translation>
        </message>
        <message>
            <source>{n} in no group that began</source>
            <translation>{n} in keiner Gruppe, die begann</translation>
        </message>
        <message>
            <source>{n} on the participant list did not come</source>
            <translation>{n} Person der Teilnehmerliste kam nicht</translation>
        </message>
        <message>
            <source>Every decision and vote in this report was made by a simulation. It shows how the method works; it is not evidence about people.</source>
            <translation>Jede Entscheidung und jede Stimme in diesem Bericht stammt aus einer Simulation. Er zeigt, wie das Verfahren arbeitet; über Menschen belegt er nichts.</translation>
        </message>
        <message numerus="yes">
            <source>What simulated participants do shows how the method works; it is not evidence about people. {n} group(s) of this report (was|were) imported: who played there is not known to the program.</source>
            <translation>
                <numerusform>Was simulierte Personen tun, zeigt, wie das Verfahren arbeitet; über Menschen belegt es nichts. {n} Gruppe dieses Berichts wurde importiert: Wer dort gespielt hat, weiß das Programm nicht.</numerusform>
                <numerusform>Was simulierte Personen tun, zeigt, wie das Verfahren arbeitet; über Menschen belegt es nichts. {n} Gruppen dieses Berichts wurden importiert: Wer dort gespielt hat, weiß das Programm nicht.</numerusform>
            </translation>
        </message>
        <message>
            <source>simulated</source>
            <translation>simuliert</translation>
        </message>
        <message>
            <source>people</source>
            <translation>Menschen</translation>
        </message>
        <message numerus="yes">
            <source>{who}; {n} group(s) imported</source>
            <translation>
                <numerusform>{who}; {n} Gruppe importiert</numerusform>
                <numerusform>{who}; {n} Gruppen importiert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) (was|were) imported; what divided the fund there, only (its|their) file says.</source>
            <translation>
                <numerusform>{n} Gruppe wurde importiert; was dort den Fonds aufgeteilt hat, sagt nur ihre Datei.</numerusform>
                <numerusform>{n} Gruppen wurden importiert; was dort den Fonds aufgeteilt hat, sagt nur ihre Datei.</numerusform>
            </translation>
        </message>
        <message>
            <source>In each iteration new groups play the newest mechanism in both stages (ACQUIRE).</source>
            <translation>In jedem Durchgang spielen neue Gruppen in beiden Abschnitten den neuesten Mechanismus (ACQUIRE).</translation>
        </message>
        <message>
            <source>In each iteration new groups play the newest mechanism in one stage and a variation of it in the other (ACQUIRE): the weight of seat 1 times {more} or {less}. The order is drawn among those used least so far.</source>
            <translation>In jedem Durchgang spielen neue Gruppen in einem Abschnitt den neuesten Mechanismus und im anderen eine Abwandlung davon (ACQUIRE): das Gewicht von Sitz 1 mal {more} oder {less}. Die Reihenfolge wird unter den bisher am seltensten gespielten gezogen.</translation>
        </message>
        <message numerus="yes">
            <source>{n} of the groups acquired came after MODEL of (its|their) iteration, which has not learned from (it|them).</source>
            <translation>
                <numerusform>{n} der erhobenen Gruppen kam nach MODEL ihres Durchgangs, das aus ihr nicht gelernt hat.</numerusform>
                <numerusform>{n} der erhobenen Gruppen kamen nach MODEL ihres Durchgangs, das aus ihnen nicht gelernt hat.</numerusform>
            </translation>
        </message>
        <message>
            <source>Stages 1 and 2 were played with the same mechanism, as was stage 3 after the vote.</source>
            <translation>Die Abschnitte 1 und 2 wurden mit demselben Mechanismus gespielt, ebenso Abschnitt 3 nach der Abstimmung.</translation>
        </message>
        <message>
            <source>Each group compared two mechanisms in stages 1 and 2, and played stage 3 with the one that won its vote.</source>
            <translation>Jede Gruppe verglich in den Abschnitten 1 und 2 zwei Mechanismen und spielte Abschnitt 3 mit dem, der ihre Abstimmung gewann.</translation>
        </message>
        <message>
            <source>Assumed: a true vote share of {share}, and a correlation of {correlation} between votes within a group.</source>
            <translation>Angenommen: ein wahrer Stimmenanteil von {share} und eine Korrelation von {correlation} zwischen den Stimmen einer Gruppe.</translation>
        </message>
        <message>
            <source>More than {groups} would be needed; consider a share further from one half.</source>
            <translation>Mehr als {groups} wären nötig; erwägen Sie einen Anteil, der weiter von einer Hälfte entfernt ist.</translation>
        </message>
        <message>
            <source>Needed: {groups} ({people}) for a power of {power}.</source>
            <translation>Nötig: {groups} ({people}) für eine Teststärke von {power}.</translation>
        </message>
        <message>
            <source>{groups}: detected with a power of {power}</source>
            <translation>{groups}: erkannt mit einer Teststärke von {power}</translation>
        </message>
        <message>
            <source>The newest models expect {mechanism} to win {share} of the votes against {baseline}.</source>
            <translation>Die neuesten Modelle erwarten, dass {mechanism} gegen {baseline} {share} der Stimmen gewinnt.</translation>
        </message>
        <message>
            <source>{groups} are too few to find that share with a power of {power}.</source>
            <translation>{groups} sind zu wenige, um diesen Anteil mit einer Teststärke von {power} zu finden.</translation>
        </message>
        <message>
            <source>To find that share with a power of {power} takes {estimate}; but the interval holds one half, so that no number of groups is sure to do.</source>
            <translation>Diesen Anteil mit einer Teststärke von {power} zu finden, erfordert {estimate}; aber das Intervall enthält die Hälfte, sodass keine Zahl von Gruppen sicher genügt.</translation>
        </message>
        <message>
            <source>To find that share with a power of {power} takes {estimate}; over the interval it takes from {least} to {most}.</source>
            <translation>Diesen Anteil mit einer Teststärke von {power} zu finden, erfordert {estimate}; über das Intervall von {least} bis {most}.</translation>
        </message>
        <message>
            <source>Groups needed to find, with a power of {power}, that these simulated people prefer liberal egalitarian to libertarian, and the share of votes that it wins, with its 95% interval and the correlation of the votes of a group. No people were asked: this shows how far the answer hangs on who plays.</source>
            <translation>Gruppen, die es braucht, um mit einer Teststärke von {power} zu finden, dass diese simulierten Personen liberal-egalitär vor libertär wählen, und der Stimmenanteil, den es gewinnt, mit seinem 95-%-Intervall und der Korrelation der Stimmen einer Gruppe. Menschen wurden nicht gefragt: Das zeigt, wie sehr die Antwort davon abhängt, wer spielt.</translation>
        </message>
        <message>
            <source>{people}: {groups}; {share}, correlation {correlation}</source>
            <translation>{people}: {groups}; {share}, Korrelation {correlation}</translation>
        </message>
        <message>
            <source>From {least} to {most}: plan with those who need the most.</source>
            <translation>Von {least} bis {most}: Planen Sie mit denen, die am meisten brauchen.</translation>
        </message>
        <message>
            <source>more than {groups}</source>
            <translation>mehr als {groups}</translation>
        </message>
        <message>
            <source>The votes are looked at once, when all groups have played, and adjusted for the order.</source>
            <translation>Die Stimmen werden einmal angesehen, wenn alle Gruppen gespielt haben, und um die Reihenfolge bereinigt.</translation>
        </message>
        <message>
            <source>The votes are looked at once, when all groups have played.</source>
            <translation>Die Stimmen werden einmal angesehen, wenn alle Gruppen gespielt haben.</translation>
        </message>
        <message>
            <source>The votes are looked at after every group.</source>
            <translation>Die Stimmen werden nach jeder Gruppe angesehen.</translation>
        </message>
        <message>
            <source>In each contrast: {found}</source>
            <translation>In jedem Vergleich: {found}</translation>
        </message>
        <message>
            <source>Contrast {numbers}: {found}</source>
            <translation>Vergleich {numbers}: {found}</translation>
        </message>
        <message>
            <source>{groups} would find the paper’s vote share of {paper} with a chance of {power}, and no share with a chance of {usual}.</source>
            <translation>{groups} würden den Stimmenanteil des Artikels, {paper}, mit einer Wahrscheinlichkeit von {power} finden und keinen Anteil mit einer Wahrscheinlichkeit von {usual}.</translation>
        </message>
        <message>
            <source>{groups} would find the paper’s vote share of {paper} with a chance of {power}; with a chance of {usual} they find {smallest} or more.</source>
            <translation>{groups} würden den Stimmenanteil des Artikels, {paper}, mit einer Wahrscheinlichkeit von {power} finden; mit einer Wahrscheinlichkeit von {usual} finden sie {smallest} oder mehr.</translation>
        </message>
        <message>
            <source>Simulated with a correlation of {correlation} between votes within a group.</source>
            <translation>Simuliert mit einer Korrelation von {correlation} zwischen den Stimmen einer Gruppe.</translation>
        </message>
        <message>
            <source>Acquire</source>
            <translation>Erhebung</translation>
        </message>
        <message>
            <source>Evaluate</source>
            <translation>Evaluation</translation>
        </message>
        <message>
            <source>Pilot</source>
            <translation>Pilot</translation>
        </message>
        <message>
            <source>Participants play and vote; training learns from their choices.</source>
            <translation>Die Teilnehmenden spielen und stimmen ab; das Training lernt aus ihren Entscheidungen.</translation>
        </message>
        <message>
            <source>New participants meet two mechanisms and vote for one of them.</source>
            <translation>Neue Teilnehmende erleben zwei Mechanismen und stimmen für einen davon.</translation>
        </message>
        <message>
            <source>A rehearsal: everything works as in a real session, but nothing counts.</source>
            <translation>Eine Probe: Alles läuft wie im Ernstfall, und nichts davon zählt.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Hypotheses</source>
            <translation>Hypothesen</translation>
        </message>
        <message>
            <source>Study type</source>
            <translation>Art der Studie</translation>
        </message>
        <message>
            <source>Experiment: the order of the mechanisms is drawn.</source>
            <translation>Experiment: Die Reihenfolge der Mechanismen wird gezogen.</translation>
        </message>
        <message>
            <source>Blinding</source>
            <translation>Verblindung</translation>
        </message>
        <message>
            <source>Study design</source>
            <translation>Aufbau der Studie</translation>
        </message>
        <message>
            <source>Randomization</source>
            <translation>Randomisierung</translation>
        </message>
        <message>
            <source>Data collection procedures</source>
            <translation>Erhebung der Daten</translation>
        </message>
        <message>
            <source>Sample size</source>
            <translation>Stichprobengröße</translation>
        </message>
        <message>
            <source>Sample size rationale</source>
            <translation>Begründung der Stichprobengröße</translation>
        </message>
        <message>
            <source>Stopping rule</source>
            <translation>Abbruchregel</translation>
        </message>
        <message>
            <source>Measured variables</source>
            <translation>Gemessene Variablen</translation>
        </message>
        <message>
            <source>Statistical models</source>
            <translation>Statistische Modelle</translation>
        </message>
        <message>
            <source>Inference criteria</source>
            <translation>Kriterien der Inferenz</translation>
        </message>
        <message>
            <source>Data exclusion</source>
            <translation>Ausschluss von Daten</translation>
        </message>
        <message>
            <source>Missing data</source>
            <translation>Fehlende Daten</translation>
        </message>
        <message>
            <source>Exploratory analysis</source>
            <translation>Explorative Analyse</translation>
        </message>
        <message>
            <source>Have any data been collected for this study already?</source>
            <translation>Wurden für diese Studie schon Daten erhoben?</translation>
        </message>
        <message>
            <source>What’s the main question being asked or hypothesis being tested?</source>
            <translation>Was ist die Hauptfrage oder die geprüfte Hypothese?</translation>
        </message>
        <message>
            <source>Describe the key dependent variable.</source>
            <translation>Beschreiben Sie die wichtigste abhängige Variable.</translation>
        </message>
        <message>
            <source>How many and which conditions will participants be assigned to?</source>
            <translation>Wie vielen und welchen Bedingungen werden Teilnehmende zugewiesen?</translation>
        </message>
        <message>
            <source>Specify exactly which analyses you will conduct.</source>
            <translation>Geben Sie genau an, welche Analysen Sie durchführen werden.</translation>
        </message>
        <message>
            <source>Describe exactly how outliers will be defined and handled.</source>
            <translation>Beschreiben Sie genau, wie Ausreißer bestimmt und behandelt werden.</translation>
        </message>
        <message>
            <source>How many observations will be collected, or what will determine it?</source>
            <translation>Wie viele Beobachtungen werden erhoben, oder wovon hängt es ab?</translation>
        </message>
        <message>
            <source>Anything else you would like to pre-register?</source>
            <translation>Möchten Sie noch etwas präregistrieren?</translation>
        </message>
        <message>
            <source>{mechanism} against {other} ({groups})</source>
            <translation>{mechanism} gegen {other} ({groups})</translation>
        </message>
        <message>
            <source>In each of these comparisons, the share of votes for the first mechanism is not one half (two-sided): {each}. Each is tested at its own level.</source>
            <translation>In jedem dieser Vergleiche ist der Anteil der Stimmen für den ersten Mechanismus nicht ein halb (zweiseitig): {each}. Jeder wird auf seinem eigenen Niveau geprüft.</translation>
        </message>
        <message>
            <source>The share of votes for the mechanism that the study trains last, against {baseline}, is not one half (two-sided).</source>
            <translation>Der Anteil der Stimmen für den Mechanismus, den die Studie zuletzt trainiert, gegen {baseline} ist nicht ein halb (zweiseitig).</translation>
        </message>
        <message>
            <source>Participants are never told what a mechanism is or which one they play.</source>
            <translation>Teilnehmenden wird nie gesagt, was ein Mechanismus ist oder welchen sie spielen.</translation>
        </message>
        <message>
            <source>The fund grows by a factor of {growth} before it is divided.</source>
            <translation>Der Fonds wächst um den Faktor {growth}, bevor er aufgeteilt wird.</translation>
        </message>
        <message numerus="yes">
            <source>Within groups: each group of {seats} plays {n} round(s) with each of the two mechanisms and then votes for one of the two stages. Everyone has {coins} a round. Between groups: which mechanism is played first.</source>
            <translation>
                <numerusform>Innerhalb von Gruppen: Jede Gruppe von {seats} spielt {n} Runde mit jedem der beiden Mechanismen und stimmt dann für einen der beiden Abschnitte. Alle haben {coins} je Runde. Zwischen Gruppen: welcher Mechanismus zuerst gespielt wird.</numerusform>
                <numerusform>Innerhalb von Gruppen: Jede Gruppe von {seats} spielt {n} Runden mit jedem der beiden Mechanismen und stimmt dann für einen der beiden Abschnitte. Alle haben {coins} je Runde. Zwischen Gruppen: welcher Mechanismus zuerst gespielt wird.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Within groups: each group of {seats} plays {n} round(s) with each of the two mechanisms and then votes for one of the two stages. The head has {head} a round, each tail {coins}. Between groups: which mechanism is played first.</source>
            <translation>
                <numerusform>Innerhalb von Gruppen: Jede Gruppe von {seats} spielt {n} Runde mit jedem der beiden Mechanismen und stimmt dann für einen der beiden Abschnitte. Der Kopf hat {head} je Runde, jeder der Übrigen {coins}. Zwischen Gruppen: welcher Mechanismus zuerst gespielt wird.</numerusform>
                <numerusform>Innerhalb von Gruppen: Jede Gruppe von {seats} spielt {n} Runden mit jedem der beiden Mechanismen und stimmt dann für einen der beiden Abschnitte. Der Kopf hat {head} je Runde, jeder der Übrigen {coins}. Zwischen Gruppen: welcher Mechanismus zuerst gespielt wird.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Within groups: each group of {seats} plays {n} round(s) with each of the two mechanisms and then votes for one of the two stages. Between groups: the head has {head} a round, each tail {coins}; and which mechanism is played first.</source>
            <translation>
                <numerusform>Innerhalb von Gruppen: Jede Gruppe von {seats} spielt {n} Runde mit jedem der beiden Mechanismen und stimmt dann für einen der beiden Abschnitte. Zwischen Gruppen: Der Kopf hat {head} je Runde, jeder der Übrigen {coins}; und welcher Mechanismus zuerst gespielt wird.</numerusform>
                <numerusform>Innerhalb von Gruppen: Jede Gruppe von {seats} spielt {n} Runden mit jedem der beiden Mechanismen und stimmt dann für einen der beiden Abschnitte. Zwischen Gruppen: Der Kopf hat {head} je Runde, jeder der Übrigen {coins}; und welcher Mechanismus zuerst gespielt wird.</numerusform>
            </translation>
        </message>
        <message>
            <source>Each group’s order is drawn, among those used least so far, from the study’s seed {seed}.</source>
            <translation>Die Reihenfolge jeder Gruppe wird unter den bisher am seltensten gespielten aus dem Startwert {seed} der Studie gezogen.</translation>
        </message>
        <message>
            <source>Each group’s tail endowment is drawn among those used least so far, and its order among those used least with that endowment, from the study’s seed {seed}.</source>
            <translation>Die Ausstattung der Übrigen wird für jede Gruppe unter den bisher am seltensten gespielten gezogen und ihre Reihenfolge unter den mit dieser Ausstattung am seltensten gespielten, aus dem Startwert {seed} der Studie.</translation>
        </message>
        <message>
            <source>simulated participants</source>
            <translation>simulierten Teilnehmenden</translation>
        </message>
        <message>
            <source>participants</source>
            <translation>Teilnehmenden</translation>
        </message>
        <message>
            <source>No group of the comparison has voted when this is registered, unless the registration says so. Before it, groups of {who} train the mechanism ({trained} in the planned iterations, at least {least} of them); their votes do not enter the comparison.</source>
            <translation>Bei der Registrierung hat noch keine Gruppe des Vergleichs abgestimmt, es sei denn, die Registrierung sagt es. Vorher trainieren Gruppen von {who} den Mechanismus ({trained} in den geplanten Durchgängen, mindestens {least} davon); ihre Stimmen gehen nicht in den Vergleich ein.</translation>
        </message>
        <message>
            <source>No group of the comparison has voted when this is registered, unless the registration says so. Before it, groups of {who} train the mechanism ({trained} in the planned iterations, at least {least} of them); their votes do not enter the comparison, except that those of groups which played one mechanism twice help to estimate the preference for the stage played second.</source>
            <translation>Bei der Registrierung hat noch keine Gruppe des Vergleichs abgestimmt, es sei denn, die Registrierung sagt es. Vorher trainieren Gruppen von {who} den Mechanismus ({trained} in den geplanten Durchgängen, mindestens {least} davon); ihre Stimmen gehen nicht in den Vergleich ein, außer dass die von Gruppen, die einen Mechanismus zweimal spielten, die Vorliebe für den zweiten Abschnitt schätzen helfen.</translation>
        </message>
        <message>
            <source>{groups} of {seats}, {people} in all.</source>
            <translation>{groups} von {seats}, insgesamt {people}.</translation>
        </message>
        <message>
            <source>By simulation, with a correlation of {correlation} between votes within a group, a true share of {paper} is found with a power of {power}, and no share with {usual}.</source>
            <translation>Nach Simulation mit einer Korrelation von {correlation} zwischen den Stimmen einer Gruppe wird ein wahrer Anteil von {paper} mit einer Teststärke von {power} gefunden und kein Anteil mit {usual}.</translation>
        </message>
        <message>
            <source>By simulation, with a correlation of {correlation} between votes within a group, a true share of {paper} is found with a power of {power}, and {smallest} with {usual}.</source>
            <translation>Nach Simulation mit einer Korrelation von {correlation} zwischen den Stimmen einer Gruppe wird ein wahrer Anteil von {paper} mit einer Teststärke von {power} gefunden und {smallest} mit {usual}.</translation>
        </message>
        <message>
            <source>The votes are counted once, when all planned groups have played. Until then the program shows only how many groups have.</source>
            <translation>Die Stimmen werden einmal gezählt, wenn alle geplanten Gruppen gespielt haben. Bis dahin zeigt das Programm nur, wie viele Gruppen es sind.</translation>
        </message>
        <message>
            <source>The votes may be counted after any group; each look is logged. Data collection may stop when the test decides, and groups may be added while it does not.</source>
            <translation>Die Stimmen dürfen nach jeder Gruppe gezählt werden; jeder Blick wird protokolliert. Die Erhebung darf enden, wenn der Test entscheidet, und solange er es nicht tut, dürfen Gruppen hinzukommen.</translation>
        </message>
        <message>
            <source>Each participant’s vote for one of the two stages; a group’s outcome is its number of votes for the mechanism, of the votes cast.</source>
            <translation>Die Stimme jeder Person für einen der beiden Abschnitte; das Ergebnis einer Gruppe ist die Zahl ihrer Stimmen für den Mechanismus unter den abgegebenen.</translation>
        </message>
        <message>
            <source>The share of votes for the mechanism ({estimand}), by a {test}; the unit is the group. Its 95% interval contains one half exactly if the test does not reject it.</source>
            <translation>Der Anteil der Stimmen für den Mechanismus ({estimand}), mit diesem Test: {test}; die Einheit ist die Gruppe. Sein 95-%-Intervall enthält ein halb genau dann, wenn der Test es nicht verwirft.</translation>
        </message>
        <message>
            <source>Two-sided, at a level of {level}.</source>
            <translation>Zweiseitig, auf einem Niveau von {level}.</translation>
        </message>
        <message>
            <source>Two-sided, at a level of {level}. The shares by role decide nothing.</source>
            <translation>Zweiseitig, auf einem Niveau von {level}. Die Anteile nach Rolle entscheiden nichts.</translation>
        </message>
        <message>
            <source>Two-sided, at a level of {level}. The shares by tail endowment are told with intervals that hold together; they and the shares by role decide nothing.</source>
            <translation>Zweiseitig, auf einem Niveau von {level}. Die Anteile nach Ausstattung der Übrigen werden mit Intervallen gesagt, die gemeinsam gelten; sie und die Anteile nach Rolle entscheiden nichts.</translation>
        </message>
        <message>
            <source>A group does not count if: {reasons}. The votes and decisions of participants who withdraw are left out. No participant is an outlier.</source>
            <translation>Eine Gruppe zählt nicht, wenn: {reasons}. Stimmen und Entscheidungen von Teilnehmenden, die zurücktreten, werden weggelassen. Niemand ist ein Ausreißer.</translation>
        </message>
        <message>
            <source>its session was a pilot</source>
            <translation>ihre Sitzung ein Probelauf war</translation>
        </message>
        <message>
            <source>the experimenter declared it void</source>
            <translation>die Versuchsleitung sie für ungültig erklärt hat</translation>
        </message>
        <message>
            <source>it did not play to the end</source>
            <translation>sie nicht zu Ende gespielt hat</translation>
        </message>
        <message>
            <source>it never filled</source>
            <translation>sie nie voll wurde</translation>
        </message>
        <message>
            <source>a program played in it</source>
            <translation>ein Programm in ihr gespielt hat</translation>
        </message>
        <message>
            <source>no program played in it</source>
            <translation>kein Programm in ihr gespielt hat</translation>
        </message>
        <message>
            <source>nobody voted in it</source>
            <translation>niemand in ihr abgestimmt hat</translation>
        </message>
        <message>
            <source>the study went back to a step before it</source>
            <translation>die Studie ging zu einem Schritt davor zurück</translation>
        </message>
        <message>
            <source>A vote that is not cast in time is missing; the group counts with the votes that were cast, and not at all if there are none.</source>
            <translation>Eine Stimme, die nicht rechtzeitig abgegeben wird, fehlt; die Gruppe zählt mit den abgegebenen Stimmen und gar nicht, wenn es keine gibt.</translation>
        </message>
        <message>
            <source>Contributions, rewards and their inequality by mechanism, votes by role, and the effect of the lab where data of several labs are merged.</source>
            <translation>Beiträge, Erträge und ihre Ungleichheit nach Mechanismus, Stimmen nach Rolle und der Einfluss des Labors, wo Daten mehrerer Labors zusammengeführt sind.</translation>
        </message>
        <message>
            <source>The plan of the comparison was frozen on {when}, when {groups} of it had played. SHA-256: {sha256}</source>
            <translation>Der Plan des Vergleichs wurde am {when} eingefroren, als {groups} davon gespielt hatten. SHA-256: {sha256}</translation>
        </message>
        <message>
            <source>No plan of the comparison is frozen now: the one that was frozen was set aside when the study went back.</source>
            <translation>Jetzt ist kein Plan des Vergleichs eingefroren: Der eingefrorene wurde beiseitegelegt, als die Studie zurückging.</translation>
        </message>
        <message>
            <source>The comparison was not registered.</source>
            <translation>Der Vergleich wurde nicht registriert.</translation>
        </message>
        <message>
            <source>EVALUATE has not yet counted votes of new participants.</source>
            <translation>EVALUATE hat noch keine Stimmen neuer Teilnehmender gezählt.</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) (has|have) played so far; no mechanism has been trained yet.</source>
            <translation>
                <numerusform>Bisher hat {n} Gruppe gespielt; es wurde noch kein Mechanismus trainiert.</numerusform>
                <numerusform>Bisher haben {n} Gruppen gespielt; es wurde noch kein Mechanismus trainiert.</numerusform>
            </translation>
        </message>
        <message>
            <source>The models have played the mechanism; the gate says what they expect.</source>
            <translation>Die Modelle haben den Mechanismus gespielt; was sie erwarten, steht unter „Bevor Menschen ihm begegnen“.</translation>
        </message>
        <message>
            <source>The first mechanism is random.</source>
            <translation>Der erste Mechanismus ist zufällig.</translation>
        </message>
        <message>
            <source>The first mechanism comes from “{study}”, which is simulated.</source>
            <translation>Der erste Mechanismus stammt aus „{study}“ (simuliert).</translation>
        </message>
        <message>
            <source>The first mechanism comes from “{study}”.</source>
            <translation>Der erste Mechanismus stammt aus „{study}“.</translation>
        </message>
        <message>
            <source>Done: the message is on the screen</source>
            <translation>Erledigt: Die Nachricht ist auf dem Bildschirm</translation>
        </message>
        <message numerus="yes">
            <source>Done: the station’s name was put on the screen for {n} second(s)</source>
            <translation>
                <numerusform>Erledigt: Der Name des Platzes kam für {n} Sekunde auf den Bildschirm</numerusform>
                <numerusform>Erledigt: Der Name des Platzes kam für {n} Sekunden auf den Bildschirm</numerusform>
            </translation>
        </message>
        <message>
            <source>Done: the kiosk restarts</source>
            <translation>Erledigt: Der Kiosk startet neu</translation>
        </message>
        <message>
            <source>Done: the kiosk has ended</source>
            <translation>Erledigt: Der Kiosk ist beendet</translation>
        </message>
        <message>
            <source>Done: the computer shuts down</source>
            <translation>Erledigt: Der Computer fährt herunter</translation>
        </message>
        <message>
            <source>Done: the kiosk has reported</source>
            <translation>Erledigt: Der Kiosk hat berichtet</translation>
        </message>
        <message>
            <source>Sent; no answer yet</source>
            <translation>Gesendet; noch keine Antwort</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Done: the message was read and put away</source>
            <translation>Erledigt: Die Nachricht wurde gelesen und weggelegt</translation>
        </message>
        <message>
            <source>Done: the kiosk has restarted and is connected again</source>
            <translation>Erledigt: Der Kiosk ist neu gestartet und wieder verbunden</translation>
        </message>
        <message>
            <source>Not sent: the kiosk is not connected</source>
            <translation>Nicht gesendet: Der Kiosk ist nicht verbunden</translation>
        </message>
        <message>
            <source>Not sent: the participant is in the middle of a group, and the station was not named</source>
            <translation>Nicht gesendet: Die teilnehmende Person ist mitten in einer Gruppe, und der Platz wurde nicht genannt</translation>
        </message>
        <message>
            <source>No answer; look at the kiosk</source>
            <translation>Keine Antwort; sehen Sie am Kiosk nach</translation>
        </message>
        <message>
            <source>Not possible here: a simulated participant without a window</source>
            <translation>Hier nicht möglich: eine simulierte teilnehmende Person ohne Fenster</translation>
        </message>
        <message>
            <source>Not possible here: the kiosk is an ordinary window; shut the computer down by hand</source>
            <translation>Hier nicht möglich: Der Kiosk ist ein gewöhnliches Fenster; fahren Sie den Computer von Hand herunter</translation>
        </message>
        <message>
            <source>Not possible here: nothing would start the kiosk again; start it with --watchdog</source>
            <translation>Hier nicht möglich: Nichts würde den Kiosk wieder starten; starten Sie ihn mit --watchdog</translation>
        </message>
        <message>
            <source>Not possible here: the kiosk runs on the lab computer</source>
            <translation>Hier nicht möglich: Der Kiosk läuft auf dem Laborrechner</translation>
        </message>
        <message>
            <source>Not possible here: this system has no command for it; shut the computer down by hand</source>
            <translation>Hier nicht möglich: Dieses System hat keinen Befehl dafür; fahren Sie den Computer von Hand herunter</translation>
        </message>
        <message>
            <source>Not possible here: the system refused</source>
            <translation>Hier nicht möglich: Das System hat abgelehnt</translation>
        </message>
        <message>
            <source>Done: the message is taken away</source>
            <translation>Erledigt: Die Nachricht ist entfernt</translation>
        </message>
        <message>
            <source>Done: the station’s name is taken away</source>
            <translation>Erledigt: Der Name des Platzes ist entfernt</translation>
        </message>
        <message>
            <source>It has not reported. Visit every station; if that changes nothing, look at it.</source>
            <translation>Kein Bericht. Besuchen Sie alle Plätze; hilft das nicht, sehen Sie dort nach.</translation>
        </message>
        <message>
            <source>It has version {version} of the program, this computer {own}. Install the same.</source>
            <translation>Sie hat die Programmversion {version}, dieser Computer {own}. Installieren Sie dieselbe.</translation>
        </message>
        <message>
            <source>The kiosk does not lock the whole screen. Start it without --windowed.</source>
            <translation>Der Kiosk sperrt nicht den ganzen Bildschirm. Starten Sie ihn ohne --windowed.</translation>
        </message>
        <message>
            <source>Another window is in front. Close it at the station.</source>
            <translation>Ein anderes Fenster ist im Vordergrund. Schließen Sie es am Platz.</translation>
        </message>
        <message>
            <source>Nothing starts the kiosk again after a crash. Start it anew.</source>
            <translation>Nach einem Absturz startet nichts den Kiosk wieder. Starten Sie ihn neu.</translation>
        </message>
        <message>
            <source>Its clock is wrong by {off}. Set it.</source>
            <translation>Ihre Uhr geht um {off} falsch. Stellen Sie sie.</translation>
        </message>
        <message>
            <source>Its screen is {screen}, most others have {usual_screen}. Set them alike.</source>
            <translation>Ihr Bildschirm hat {screen}, die meisten anderen haben {usual_screen}. Stellen Sie sie gleich ein.</translation>
        </message>
        <message>
            <source>Its keyboard is “{keyboard}”, most others have “{usual_keyboard}”. Set them alike.</source>
            <translation>Ihre Tastatur ist „{keyboard}“, die meisten anderen haben „{usual_keyboard}“. Stellen Sie sie gleich ein.</translation>
        </message>
        <message>
            <source>Its language is “{language}”, most others have “{usual_language}”. Set them alike.</source>
            <translation>Ihre Sprache ist „{language}“, die meisten anderen haben „{usual_language}“. Stellen Sie sie gleich ein.</translation>
        </message>
        <message>
            <source>It has no sound, unlike most others. Check its sound device.</source>
            <translation>Anders als die meisten hat sie keinen Ton. Prüfen Sie das Audiogerät.</translation>
        </message>
        <message>
            <source>It has only {free_mb} MB of free space. Make room.</source>
            <translation>Nur {free_mb} MB sind frei. Schaffen Sie Platz.</translation>
        </message>
        <message>
            <source>Its screen is locked, or was asked to lock. Unlock it there.</source>
            <translation>Der Bildschirm ist gesperrt oder sollte gesperrt werden. Entsperren Sie ihn dort.</translation>
        </message>
        <message>
            <source>Another user is in front. Switch back to the kiosk’s user there.</source>
            <translation>Ein anderer Benutzer ist vorn. Wechseln Sie dort zum Benutzer des Kiosks zurück.</translation>
        </message>
        <message>
            <source>The computer announces a shutdown or log-off. Look at it.</source>
            <translation>Der Rechner kündigt Herunterfahren oder Abmelden an. Sehen Sie nach.</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message numerus="yes">
            <source>{n} station(s) visited: ready and alike.</source>
            <translation>
                <numerusform>{n} Platz besucht: bereit.</numerusform>
                <numerusform>{n} Plätze besucht: bereit und gleich eingestellt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Attention at {wrong} of {n} station(s): {names}.</source>
            <translation>
                <numerusform>Achtung an {wrong} von {n} Platz: {names}.</numerusform>
                <numerusform>Achtung an {wrong} von {n} Plätzen: {names}.</numerusform>
            </translation>
        </message>
        <message>
            <source>not known</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Zweck</translation>
        </message>
        <message>
            <source>Check-in</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Einwilligung</translation>
        </message>
        <message>
            <source>Instructions</source>
            <translation>Anleitung</translation>
        </message>
        <message>
            <source>Control questions</source>
            <translation>Kontrollfragen</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Übung</translation>
        </message>
        <message>
            <source>Game</source>
            <translation>Spiel</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>Fragebogen</translation>
        </message>
        <message>
            <source>Payment screen</source>
            <translation>Bezahlungsseite</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>Bezahlung</translation>
        </message>
        <message>
            <source>Time limits</source>
            <translation>Zeitgrenzen</translation>
        </message>
        <message>
            <source>When a station is lost</source>
            <translation>Wenn ein Platz ausfällt</translation>
        </message>
        <message>
            <source>Blind experimenter</source>
            <translation>Versuchsleitung verblindet</translation>
        </message>
        <message>
            <source>Nobody is asked for consent: record it another way, or switch the consent on.</source>
            <translation>Niemand wird um Einwilligung gebeten: Halten Sie sie auf anderem Weg fest, oder schalten Sie die Einwilligung ein.</translation>
        </message>
        <message>
            <source>Nobody reads instructions at the station: give them another way, or switch them on.</source>
            <translation>Niemand liest am Platz eine Anleitung: Geben Sie sie auf anderem Weg, oder schalten Sie sie ein.</translation>
        </message>
        <message>
            <source>There are no control questions: nothing shows whether the game was understood.</source>
            <translation>Es gibt keine Kontrollfragen: Nichts zeigt, ob das Spiel verstanden wurde.</translation>
        </message>
        <message>
            <source>There is no questionnaire: people go from the game to the pay.</source>
            <translation>Es gibt keinen Fragebogen: Auf das Spiel folgt gleich die Auszahlung.</translation>
        </message>
        <message>
            <source>Nobody sees their pay at the station: you have to tell everyone.</source>
            <translation>Niemand sieht am Platz die eigene Auszahlung: Sie müssen sie allen mitteilen.</translation>
        </message>
        <message>
            <source>Check-in asks for a label without a participant list: a mistyped label is accepted like a right one.</source>
            <translation>Bei der Anmeldung wird ohne Teilnehmerliste nach einer Kennung gefragt: Eine vertippte gilt wie eine richtige.</translation>
        </message>
        <message numerus="yes">
            <source>The participant list has {n} label(s) for {seats} seats: not every group can be filled.</source>
            <translation>
                <numerusform>Die Teilnehmerliste hat {n} Kennung für {seats} Sitze: Nicht jede Gruppe wird voll.</numerusform>
                <numerusform>Die Teilnehmerliste hat {n} Kennungen für {seats} Sitze: Nicht jede Gruppe wird voll.</numerusform>
            </translation>
        </message>
        <message>
            <source>A contribution has no time limit and a lost station no automatic response: a group waits for a lost station until you act.</source>
            <translation>Ein Beitrag hat keine Zeitgrenze, und auf einen verlorenen Platz folgt nichts von selbst: Eine Gruppe wartet auf ihn, bis Sie eingreifen.</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>{purpose}. {sentence}</source>
            <translation>{purpose}. {sentence}</translation>
        </message>
        <message>
            <source>Anyone, with any label or none</source>
            <translation>Alle, mit beliebiger Kennung oder ohne</translation>
        </message>
        <message>
            <source>Anyone; no label is asked for</source>
            <translation>Alle; nach einer Kennung wird nicht gefragt</translation>
        </message>
        <message>
            <source>Only people on the list: {labels}</source>
            <translation>Nur Personen auf der Liste: {labels}</translation>
        </message>
        <message numerus="yes">
            <source>{n} page(s)</source>
            <translation>
                <numerusform>{n} Seite</numerusform>
                <numerusform>{n} Seiten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} question(s)</source>
            <translation>
                <numerusform>{n} Frage</numerusform>
                <numerusform>{n} Fragen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} attempt(s) at each</source>
            <translation>
                <numerusform>je {n} Versuch</numerusform>
                <numerusform>je {n} Versuche</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} round(s) with equal shares, unpaid</source>
            <translation>
                <numerusform>{n} Runde mit gleichen Anteilen, unbezahlt</numerusform>
                <numerusform>{n} Runden mit gleichen Anteilen, unbezahlt</numerusform>
            </translation>
        </message>
        <message>
            <source>Everyone who is not dropped sees at the end what they are paid, and why</source>
            <translation>Wer nicht ausgeschlossen wird, sieht am Ende, was er oder sie erhält und warum</translation>
        </message>
        <message>
            <source>Introduction {intro}, contribution {decide}, outcome {outcome}, vote {vote}</source>
            <translation>Einführung {intro}, Beitrag {decide}, Ergebnis {outcome}, Abstimmung {vote}</translation>
        </message>
        <message numerus="yes">
            <source>{response} after {n} second(s)</source>
            <translation>
                <numerusform>{response} nach {n} Sekunde</numerusform>
                <numerusform>{response} nach {n} Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>People are named by their station, and no choice is shown</source>
            <translation>Personen heißen nach ihrem Platz, und keine Wahl wird gezeigt</translation>
        </message>
        <message>
            <source>For {coins} a participant receives {amount}.</source>
            <translation>Für {coins} werden {amount} bezahlt.</translation>
        </message>
        <message>
            <source>{groups} at {stations}; everyone has {coins} in a round</source>
            <translation>{groups}, {stations}; alle haben je Runde {coins}</translation>
        </message>
        <message>
            <source>{groups} at {stations}; each tail has {coins} in a round</source>
            <translation>{groups}, {stations}; die Übrigen haben je Runde {coins}</translation>
        </message>
        <message>
            <source>{groups} at {stations}; coins of each tail in a round, group by group: {tails}</source>
            <translation>{groups}, {stations}; Münzen jedes Übrigen je Runde, Gruppe für Gruppe: {tails}</translation>
        </message>
        <message numerus="yes">
            <source>Three stages of {n} round(s), a vote before the third.</source>
            <translation>
                <numerusform>Drei Abschnitte mit {n} Runde, vor dem dritten eine Abstimmung.</numerusform>
                <numerusform>Drei Abschnitte mit {n} Runden, vor dem dritten eine Abstimmung.</numerusform>
            </translation>
        </message>
        <message>
            <source>All stages: {mechanism}.</source>
            <translation>Alle Abschnitte: {mechanism}.</translation>
        </message>
        <message>
            <source>{first} and {second}, in an order drawn for each group.</source>
            <translation>{first} und {second}, in einer für jede Gruppe gelosten Reihenfolge.</translation>
        </message>
        <message>
            <source>{first} and {second}</source>
            <translation>{first} und {second}</translation>
        </message>
        <message>
            <source>In the first two stages one of these pairs, which, and in which order, is drawn for each group: {pairs}.</source>
            <translation>In den ersten beiden Abschnitten eines dieser Paare; welches und in welcher Reihenfolge, wird für jede Gruppe gezogen: {pairs}.</translation>
        </message>
        <message>
            <source>{one} or {other}</source>
            <translation>{one} oder {other}</translation>
        </message>
        <message>
            <source>In one of the first two {first}, in the other {others}; which, and in which order, is drawn for each group.</source>
            <translation>In einem der ersten beiden {first}, im anderen {others}; was davon und in welcher Reihenfolge, wird für jede Gruppe ausgelost.</translation>
        </message>
        <message>
            <source>you start it for everyone</source>
            <translation>Sie starten den Teil für alle</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>keine Grenze</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>No other session is possible until {session} has ended.</source>
            <translation>Eine andere Sitzung ist erst möglich, wenn {session} beendet ist.</translation>
        </message>
        <message>
            <source>{step} was begun.</source>
            <translation>{step} wurde begonnen.</translation>
        </message>
        <message>
            <source>{share} (95% interval {low} to {high})</source>
            <translation>{share} (95-%-Intervall {low} bis {high})</translation>
        </message>
        <message>
            <source>{share} ({low} to {high})</source>
            <translation>{share} ({low} bis {high})</translation>
        </message>
        <message>
            <source>less than {chance}</source>
            <translation>weniger als {chance}</translation>
        </message>
        <message>
            <source>more than {chance}</source>
            <translation>mehr als {chance}</translation>
        </message>
        <message>
            <source>{when}: the votes of {groups} between {mechanism} and {other} were counted, when {played} groups had played, more than the {planned} planned.</source>
            <translation>{when}: Die Stimmen von {groups} zwischen {mechanism} und {other} wurden gezählt, als {played} Gruppen gespielt hatten, mehr als die {planned} geplanten.</translation>
        </message>
        <message>
            <source>{when}: the votes of {groups} between {mechanism} and {other} were counted, when {played} of {planned} planned groups had played.</source>
            <translation>{when}: Die Stimmen von {groups} zwischen {mechanism} und {other} wurden gezählt, als {played} von {planned} geplanten Gruppen gespielt hatten.</translation>
        </message>
        <message>
            <source>{when}: the contrast of {mechanism} with {other} was dropped; no group had begun it.</source>
            <translation>{when}: Der Vergleich von {mechanism} mit {other} wurde verworfen; keine Gruppe hatte ihn begonnen.</translation>
        </message>
        <message>
            <source>{when}: {groups} were added to the contrast of {mechanism} with {other}, which then had {planned} planned.</source>
            <translation>{when}: Zum Vergleich von {mechanism} mit {other} kamen {groups} hinzu; geplant waren dann {planned}.</translation>
        </message>
        <message>
            <source>{when}: {groups} were added to the comparison, which then had {planned} planned.</source>
            <translation>{when}: {groups} kamen zum Vergleich hinzu, der damit {planned} geplante hat.</translation>
        </message>
        <message>
            <source>{when}: {step} of iteration {iteration} was taken again; its earlier result is kept.</source>
            <translation>{when}: {step} von Durchgang {iteration} wurde wiederholt; das frühere Ergebnis bleibt erhalten.</translation>
        </message>
        <message>
            <source>{when}: the study went back to {step} of iteration {iteration}: “{reason}”. {aside}</source>
            <translation>{when}: Die Studie ging zu {step} von Durchgang {iteration} zurück: „{reason}“. {aside}</translation>
        </message>
        <message>
            <source>{when}: the imported session {session} ({file}, {groups}) was removed: {reason}</source>
            <translation>{when}: Die importierte Sitzung {session} ({file}, {groups}) wurde entfernt: {reason}</translation>
        </message>
        <message>
            <source>{when}: the imported session {session} ({file}, {groups}) was declared unusable: {reason}</source>
            <translation>{when}: Die importierte Sitzung {session} ({file}, {groups}) wurde für unbrauchbar erklärt: {reason}</translation>
        </message>
        <message>
            <source>{when}: the plan of the comparison was frozen.</source>
            <translation>{when}: Der Plan des Vergleichs wurde eingefroren.</translation>
        </message>
        <message>
            <source>{when}: the study was taken as it is.</source>
            <translation>{when}: Die Studie wurde genommen, wie sie ist.</translation>
        </message>
        <message>
            <source>Nobody could tell whether saved events were missing.</source>
            <translation>Niemand konnte sagen, ob gespeicherte Ereignisse fehlten.</translation>
        </message>
        <message numerus="yes">
            <source>{n} saved event(s) (was|were) missing.</source>
            <translation>
                <numerusform>{n} gespeichertes Ereignis fehlte.</numerusform>
                <numerusform>{n} gespeicherte Ereignisse fehlten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} saved change(s) of settings, training steps or notes (was|were) missing.</source>
            <translation>
                <numerusform>{n} gespeicherte Änderung an Einstellungen, Trainingsschritten oder Notizen fehlte.</numerusform>
                <numerusform>{n} gespeicherte Änderungen an Einstellungen, Trainingsschritten oder Notizen fehlten.</numerusform>
            </translation>
        </message>
        <message>
            <source>What it held was not what had been saved.</source>
            <translation>Was sie enthielt, war nicht das, was gespeichert worden war.</translation>
        </message>
        <message>
            <source>Another program had changed the log of events, at event {event} or before it.</source>
            <translation>Ein anderes Programm hatte das Protokoll der Ereignisse geändert, bei Ereignis {event} oder davor.</translation>
        </message>
        <message>
            <source>Another program had changed the seals of what is kept beside the log, at seal {seal} or before it.</source>
            <translation>Ein anderes Programm hatte die Siegel dessen geändert, was neben dem Protokoll aufbewahrt wird, bei Siegel {seal} oder davor.</translation>
        </message>
        <message>
            <source>Another program had changed: {places}.</source>
            <translation>Ein anderes Programm hatte verändert: {places}.</translation>
        </message>
        <message>
            <source>{when}: the contrast of {mechanism} with {other}, for {groups}, came with the bundle {bundle}.</source>
            <translation>{when}: Der Vergleich von {mechanism} mit {other}, für {groups}, kam mit dem Bündel {bundle}.</translation>
        </message>
        <message>
            <source>{when}: the contrast of {mechanism} with {other} was planned, for {groups}.</source>
            <translation>{when}: Der Vergleich von {mechanism} mit {other} wurde geplant, für {groups}.</translation>
        </message>
        <message>
            <source>It takes the place of the comparison of the newest mechanism with {baseline}, which the settings plan.</source>
            <translation>Er tritt an die Stelle des Vergleichs des neuesten Mechanismus mit {baseline}, den die Einstellungen planen.</translation>
        </message>
        <message numerus="yes">
            <source>It was planned after the votes of {n} other contrast(s) had been counted.</source>
            <translation>
                <numerusform>Er wurde geplant, nachdem die Stimmen eines anderen Vergleichs ausgezählt waren.</numerusform>
                <numerusform>Er wurde geplant, nachdem die Stimmen {n} anderer Vergleiche ausgezählt waren.</numerusform>
            </translation>
        </message>
        <message>
            <source>{day}: “{finding}” was passed over for {mechanism}, because: “{reason}”.</source>
            <translation>{day}: Über „{finding}“ wurde bei {mechanism} hinweggegangen, weil: „{reason}“.</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} min</translation>
        </message>
        <message numerus="yes">
            <source>about {n} second(s) left</source>
            <translation>
                <numerusform>noch etwa {n} Sekunde</numerusform>
                <numerusform>noch etwa {n} Sekunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about {n} minute(s) left</source>
            <translation>
                <numerusform>noch etwa {n} Minute</numerusform>
                <numerusform>noch etwa {n} Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about {n} hour(s) left</source>
            <translation>
                <numerusform>noch etwa {n} Stunde</numerusform>
                <numerusform>noch etwa {n} Stunden</numerusform>
            </translation>
        </message>
        <message>
            <source>It was told no keys for updates. Run there once, as the kiosk’s user: hcmd-kiosk --trust-updates root.json</source>
            <translation>Ihm wurden keine Schlüssel für Aktualisierungen genannt. Führen Sie dort einmal aus, als Benutzer des Kiosks: hcmd-kiosk --trust-updates root.json</translation>
        </message>
        <message>
            <source>The update is not signed by the keys that this station was told, or is not whole.</source>
            <translation>Die Aktualisierung ist nicht mit den Schlüsseln signiert, die diesem Platz genannt wurden, oder sie ist nicht vollständig.</translation>
        </message>
        <message>
            <source>On its date, {detail}, the signatures have ended. Set its date, or have the update signed again.</source>
            <translation>An seinem Datum, {detail}, gelten die Signaturen nicht mehr. Stellen Sie sein Datum, oder lassen Sie die Aktualisierung neu signieren.</translation>
        </message>
        <message>
            <source>It runs or has seen something newer than this; nothing older is taken.</source>
            <translation>Er hat eine neuere Version oder hat schon eine neuere Aktualisierung gesehen; etwas Älteres wird nicht angenommen.</translation>
        </message>
        <message>
            <source>The update has no package for its system. Install the package there.</source>
            <translation>Die Aktualisierung hat kein Paket für sein System. Installieren Sie das Paket dort.</translation>
        </message>
        <message>
            <source>What arrived is not what was signed. Copy the update’s folder again.</source>
            <translation>Angekommen ist nicht, was signiert wurde. Kopieren Sie den Ordner der Aktualisierung noch einmal.</translation>
        </message>
        <message>
            <source>Its connection was cut while it fetched. Look at its network.</source>
            <translation>Seine Verbindung brach ab, während er die Aktualisierung holte. Sehen Sie nach seinem Netz.</translation>
        </message>
        <message>
            <source>It cannot keep the update ({detail}). Look at its disk.</source>
            <translation>Er kann die Aktualisierung nicht speichern ({detail}). Sehen Sie nach seiner Festplatte.</translation>
        </message>
        <message>
            <source>The package cannot be unpacked ({detail}).</source>
            <translation>Das Paket lässt sich nicht auspacken ({detail}).</translation>
        </message>
        <message>
            <source>The new version did not start there ({detail}), and the former one is back. Install the package there: {command}</source>
            <translation>Die neue Version ist dort nicht gestartet ({detail}), und die frühere läuft wieder. Installieren Sie das Paket dort: {command}</translation>
        </message>
        <message>
            <source>The package says that it is version {offered}, and the program in it says something else. Have the right package signed.</source>
            <translation>Das Paket gibt sich als Version {offered} aus, das Programm darin aber nicht. Lassen Sie das richtige Paket signieren.</translation>
        </message>
        <message>
            <source>It took the update and started again as the version that it was. Either the package holds that one, or the new one ended and its disk keeps no note of it. Install the package there: {command}</source>
            <translation>Er hat die Aktualisierung genommen und ist wieder als die Version gestartet, die er war. Entweder enthält das Paket diese, oder die neue ist zu Ende gegangen und seine Festplatte hat es nicht festgehalten. Installieren Sie dort das Paket: {command}</translation>
        </message>
        <message>
            <source>The update was ended before this station had fetched all of it.</source>
            <translation>Das Aktualisieren wurde beendet, bevor dieser Platz alles geholt hatte.</translation>
        </message>
        <message>
            <source>It is an ordinary window that nothing starts again, or simulated people play there. Install the package there: {command}</source>
            <translation>Er ist ein gewöhnliches Fenster, das nichts neu startet, oder dort spielen simulierte Personen. Installieren Sie das Paket dort: {command}</translation>
        </message>
        <message>
            <source>A participant’s page is on its screen. Nothing is taken during a session.</source>
            <translation>Auf seinem Bildschirm ist eine Seite für Teilnehmende. Während einer Sitzung wird nichts angenommen.</translation>
        </message>
        <message>
            <source>Another station of the same computer takes the update now.</source>
            <translation>Ein anderer Platz desselben Rechners nimmt die Aktualisierung gerade an.</translation>
        </message>
        <message>
            <source>Kiosk for {versions}. Signatures, sizes and hashes hold until {day}; the keys are {keys}.</source>
            <translation>Kiosk für {versions}. Signaturen, Größen und Hashes stimmen und gelten bis {day}; die Schlüssel sind {keys}.</translation>
        </message>
        <message>
            <source>This computer has version {own}; before the next session it needs the stations’ version.</source>
            <translation>Dieser Rechner hat Version {own}; vor der nächsten Sitzung braucht er die Version der Plätze.</translation>
        </message>
        <message>
            <source>It had version {version}, and its connection has gone.</source>
            <translation>Er hatte Version {version}, und seine Verbindung ist weg.</translation>
        </message>
        <message>
            <source>It has not come yet.</source>
            <translation>Er ist noch nicht da.</translation>
        </message>
        <message>
            <source>It has version {version}.</source>
            <translation>Er hat Version {version}.</translation>
        </message>
        <message>
            <source>It has version {version} and waits while others fetch.</source>
            <translation>Er hat Version {version} und wartet, während andere die Aktualisierung holen.</translation>
        </message>
        <message>
            <source>It fetches the update: {share}</source>
            <translation>Er holt die Aktualisierung: {share}</translation>
        </message>
        <message>
            <source>It has verified and kept the update, and starts it.</source>
            <translation>Er hat die Aktualisierung geprüft und gespeichert und startet sie.</translation>
        </message>
        <message>
            <source>It runs version {version}.</source>
            <translation>Er hat jetzt Version {version}.</translation>
        </message>
        <message>
            <source>It gives this reason: {detail}</source>
            <translation>Er nennt diesen Grund: {detail}</translation>
        </message>
        <message>
            <source>It runs version {version}: {why}</source>
            <translation>Er hat Version {version}: {why}</translation>
        </message>
        <message>
            <source>It stays at version {version}: {why}</source>
            <translation>Er bleibt bei Version {version}: {why}</translation>
        </message>
        <message>
            <source>Training kept the mechanism that it began with.</source>
            <translation>Das Training behielt den Mechanismus, mit dem es begann.</translation>
        </message>
        <message>
            <source>Training learned from {groups} in {updates}. What people would choose, only people can show.</source>
            <translation>Das Training hat aus {groups} in {updates} gelernt. Was Menschen wählen würden, können nur Menschen zeigen.</translation>
        </message>
        <message>
            <source>The trained mechanism has won: {share} of {votes} of new simulated participants against {baseline}, more than chance explains.</source>
            <translation>Der trainierte Mechanismus hat gewonnen: {share} von {votes} neuer simulierter Teilnehmender gegen {baseline}, mehr als der Zufall erklärt.</translation>
        </message>
        <message>
            <source>The trained mechanism has lost: it got only {share} of {votes} of new simulated participants against {baseline}, less than chance explains.</source>
            <translation>Der trainierte Mechanismus hat verloren: Er bekam nur {share} von {votes} neuer simulierter Teilnehmender gegen {baseline}, weniger als der Zufall erklärt.</translation>
        </message>
        <message numerus="yes">
            <source>The trained mechanism is ahead with {share} of {votes} of new simulated participants against {baseline}, but after {n} group(s) that may be chance.</source>
            <translation>
                <numerusform>Der trainierte Mechanismus liegt mit {share} von {votes} neuer simulierter Teilnehmender vor {baseline}, aber nach {n} Gruppe kann das Zufall sein.</numerusform>
                <numerusform>Der trainierte Mechanismus liegt mit {share} von {votes} neuer simulierter Teilnehmender vor {baseline}, aber nach {n} Gruppen kann das Zufall sein.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The trained mechanism is behind: it got only {share} of {votes} of new simulated participants against {baseline}, but after {n} group(s) that may be chance.</source>
            <translation>
                <numerusform>Der trainierte Mechanismus liegt zurück: Er bekam nur {share} von {votes} neuer simulierter Teilnehmender gegen {baseline}, aber nach {n} Gruppe kann das Zufall sein.</numerusform>
                <numerusform>Der trainierte Mechanismus liegt zurück: Er bekam nur {share} von {votes} neuer simulierter Teilnehmender gegen {baseline}, aber nach {n} Gruppen kann das Zufall sein.</numerusform>
            </translation>
        </message>
        <message>
            <source>The trained mechanism and {baseline} each got half of {votes} of new simulated participants.</source>
            <translation>Der trainierte Mechanismus und {baseline} bekamen je die Hälfte von {votes} neuer simulierter Teilnehmender.</translation>
        </message>
        <message>
            <source>Against the mechanism that its training began with it would get {share} of the votes, by the computer’s model of the participants: training has helped a little.</source>
            <translation>Gegen den Mechanismus, mit dem sein Training begann, bekäme er nach dem Modell der Teilnehmenden {share} der Stimmen: Das Training hat ein wenig geholfen.</translation>
        </message>
        <message>
            <source>Against the mechanism that its training began with it would get {share} of the votes, by the computer’s model of the participants: training has helped.</source>
            <translation>Gegen den Mechanismus, mit dem sein Training begann, bekäme er nach dem Modell der Teilnehmenden {share} der Stimmen: Das Training hat geholfen.</translation>
        </message>
        <message>
            <source>Against the mechanism that its training began with it would get {share} of the votes, by the computer’s model of the participants: training has not helped.</source>
            <translation>Gegen den Mechanismus, mit dem sein Training begann, bekäme er nach dem Modell der Teilnehmenden {share} der Stimmen: Das Training hat nicht geholfen.</translation>
        </message>
        <message>
            <source>Against the mechanism that its training began with it would get {share} of the votes, by the computer’s model of the participants: training has changed next to nothing.</source>
            <translation>Gegen den Mechanismus, mit dem sein Training begann, bekäme er nach dem Modell der Teilnehmenden {share} der Stimmen: Das Training hat so gut wie nichts verändert.</translation>
        </message>
        <message>
            <source>Against the mechanism that its training began with it would get {share} of the votes, by the computer’s model of the participants, which knows too little of them to tell whether training has helped.</source>
            <translation>Gegen den Mechanismus, mit dem sein Training begann, bekäme er {share} der Stimmen nach dem Modell der Teilnehmenden, das zu wenig über sie weiß, um zu sagen, ob das Training geholfen hat.</translation>
        </message>
        <message>
            <source>{mean}, adjusted for the order</source>
            <translation>{mean}, um die Reihenfolge bereinigt</translation>
        </message>
        <message>
            <source>{mean}, not adjusted for the order</source>
            <translation>{mean}, nicht um die Reihenfolge bereinigt</translation>
        </message>
        <message>
            <source>every group counts alike</source>
            <translation>jede Gruppe zählt gleich</translation>
        </message>
        <message>
            <source>every vote counts alike</source>
            <translation>jede Stimme zählt gleich</translation>
        </message>
        <message>
            <source>every tail endowment counts alike</source>
            <translation>jede Ausstattung der Übrigen zählt gleich</translation>
        </message>
        <message>
            <source>In this share {estimand}.</source>
            <translation>In diesem Anteil gilt: {estimand}.</translation>
        </message>
        <message>
            <source>sign-flip test over groups</source>
            <translation>Vorzeichentest über Gruppen</translation>
        </message>
        <message>
            <source>betting test over groups, which holds at every look</source>
            <translation>Wett-Test über Gruppen, der bei jedem Blick gilt</translation>
        </message>
        <message>
            <source>The share of votes for {mechanism} is {share}, of {votes} in {groups}: {estimand}; {p}, {test}.</source>
            <translation>Der Anteil der Stimmen für {mechanism} ist {share} von {votes} in {groups}: {estimand}; {p}, {test}.</translation>
        </message>
        <message>
            <source>With this many groups, no vote share would be detected with {usual} power; the paper's {paper} with {power}.</source>
            <translation>Mit so vielen Gruppen würde kein Stimmenanteil mit einer Teststärke von {usual} gefunden; der des Artikels, {paper}, mit {power}.</translation>
        </message>
        <message>
            <source>With this many groups, a vote share of {smallest} would be detected with {usual} power, the paper's {paper} with {power}.</source>
            <translation>Bei so vielen Gruppen würde ein Stimmenanteil von {smallest} mit einer Teststärke von {usual} entdeckt, die {paper} des Artikels mit {power}.</translation>
        </message>
        <message>
            <source>{groups} played one stage with {mechanism} and one with {baseline}, and cast {votes}. The share for {mechanism} is {share}; {estimand}.</source>
            <translation>{groups} spielten einen Abschnitt mit {mechanism} und einen mit {baseline} und gaben {votes} ab. Der Anteil für {mechanism} ist {share}; {estimand}.</translation>
        </message>
        <message>
            <source>The votes of one group are not independent, because its members played the same rounds (their correlation here is {correlation}). The group is therefore the unit of the test.</source>
            <translation>Die Stimmen einer Gruppe sind nicht unabhängig, weil ihre Mitglieder dieselben Runden gespielt haben (ihre Korrelation ist hier {correlation}). Die Einheit des Tests ist deshalb die Gruppe.</translation>
        </message>
        <message>
            <source>The votes of one group are not independent, because its members played the same rounds (these votes do not tell how alike they are). The group is therefore the unit of the test.</source>
            <translation>Die Stimmen einer Gruppe sind nicht unabhängig, weil ihre Mitglieder dieselben Runden gespielt haben (wie ähnlich sie sind, sagen diese Stimmen nicht). Die Einheit des Tests ist deshalb die Gruppe.</translation>
        </message>
        <message>
            <source>If nobody preferred either mechanism, each group's result could just as well have been its opposite. Comparing with all such reversals gives {p}.</source>
            <translation>Zöge niemand einen der Mechanismen vor, so hätte das Ergebnis jeder Gruppe ebenso gut umgekehrt sein können. Der Vergleich mit allen solchen Umkehrungen ergibt {p}.</translation>
        </message>
        <message>
            <source>The study had planned to look at the votes at any time. If nobody preferred either mechanism, a bet on the groups' votes would not be expected to win; it gives {p}, which holds at every look, and so does the interval.</source>
            <translation>Die Studie hatte geplant, die Stimmen jederzeit ansehen zu können. Zöge niemand einen der Mechanismen vor, so wäre von einer Wette auf die Stimmen der Gruppen kein Gewinn zu erwarten; sie ergibt {p}, was bei jedem Blick gilt, ebenso wie das Intervall.</translation>
        </message>
        <message>
            <source>where each tail has {coins}, {share}</source>
            <translation>wo die Übrigen je {coins} haben, {share}</translation>
        </message>
        <message>
            <source>By tail endowment the share is: {each}. These intervals hold together: with a chance of 95% all of them contain the true share.</source>
            <translation>Nach der Ausstattung der Übrigen ist der Anteil: {each}. Diese Intervalle gelten gemeinsam: Mit einer Wahrscheinlichkeit von 95 % enthalten alle den wahren Anteil.</translation>
        </message>
        <message>
            <source>That the stage played second has {used} of the votes, whichever it is, is taken out of the share; without that the share is {share}, {p}.</source>
            <translation>Dass der zweite Abschnitt {used} der Stimmen hat, welcher es auch ist, wird aus dem Anteil herausgerechnet; ohne das ist der Anteil {share}, {p}.</translation>
        </message>
        <message>
            <source>It is not taken out of the share.</source>
            <translation>Das ist aus dem Anteil nicht herausgerechnet.</translation>
        </message>
        <message>
            <source>It is not taken out of the share, and {second} of {groups} met the mechanism second: what the order does is in the share, in its interval and in its p value.</source>
            <translation>Das ist nicht aus dem Anteil herausgerechnet, und {second} von {groups} haben den Mechanismus als zweiten gespielt: Was die Reihenfolge bewirkt, steckt im Anteil, in seinem Intervall und im p-Wert.</translation>
        </message>
        <message>
            <source>In {groups} that played one mechanism twice, the stage played second had {share} of the votes.</source>
            <translation>In {groups} mit zweimal demselben Mechanismus bekam der zweite Abschnitt {share} der Stimmen.</translation>
        </message>
        <message>
            <source>No group played one mechanism twice and voted, to show what the order does.</source>
            <translation>Keine Gruppe hat zweimal denselben Mechanismus gespielt und abgestimmt, um zu zeigen, was die Reihenfolge bewirkt.</translation>
        </message>
        <message>
            <source>In the comparison, freed of the preference for a mechanism, the stage played second had {share}.</source>
            <translation>Im Vergleich hatte der zweite Abschnitt, bereinigt um die Vorliebe für einen Mechanismus, {share}.</translation>
        </message>
        <message>
            <source>All groups of the comparison met the two mechanisms in the same order, so their votes do not tell what the order alone does.</source>
            <translation>Alle Gruppen des Vergleichs trafen die beiden Mechanismen in derselben Reihenfolge; ihre Stimmen sagen deshalb nicht, was die Reihenfolge allein bewirkt.</translation>
        </message>
        <message>
            <source>this lab</source>
            <translation>dieses Labor</translation>
        </message>
        <message>
            <source>{lab} ({groups}) {share}, all others {without}</source>
            <translation>{lab} ({groups}) {share}, alle anderen {without}</translation>
        </message>
        <message>
            <source>By lab the share is: {each}. The labs' own intervals hold together: with a chance of 95% all of them contain the true share. The test that labs do not differ gives {p}.</source>
            <translation>Nach Labors ist der Anteil: {each}. Die Intervalle der einzelnen Labors gelten gemeinsam: Mit einer Wahrscheinlichkeit von 95 % enthalten alle den wahren Anteil. Der Test, dass sich Labors nicht unterscheiden, ergibt {p}.</translation>
        </message>
        <message numerus="yes">
            <source>The wake signal was sent to {n} station(s): {names}. A computer starts only if its own settings allow it.</source>
            <translation>
                <numerusform>Das Wecksignal wurde an {n} Platz gesendet: {names}. Ein Rechner startet nur, wenn seine eigenen Einstellungen es erlauben.</numerusform>
                <numerusform>Das Wecksignal wurde an {n} Plätze gesendet: {names}. Ein Rechner startet nur, wenn seine eigenen Einstellungen es erlauben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No wake signal was sent to {n} station(s), whose network (card is|cards are) not known: {names}. (It becomes|They become) known when the kiosk connects over the network.</source>
            <translation>
                <numerusform>An {n} Platz wurde kein Wecksignal gesendet, weil seine Netzwerkkarte nicht bekannt ist: {names}. Sie wird bekannt, wenn der Kiosk sich über das Netz verbindet.</numerusform>
                <numerusform>An {n} Plätze wurde kein Wecksignal gesendet, weil ihre Netzwerkkarten nicht bekannt sind: {names}. Sie werden bekannt, wenn der Kiosk sich über das Netz verbindet.</numerusform>
            </translation>
        </message>
        <message>
            <source>{code} of session {session}</source>
            <translation>{code} der Sitzung {session}</translation>
        </message>
        <message>
            <source>By their label the same person has also been {people}: these data stay, and the person is recognised by them, unless you withdraw them there too.</source>
            <translation>Der Kennung nach war dieselbe Person auch {people}: Diese Daten bleiben, und an ihnen wird die Person wiedererkannt, solange Sie ihren Rücktritt nicht auch dort vermerken.</translation>
        </message>
        <message>
            <source>{place}: {{if {name}}} is not a known condition; the known ones are: {names}.</source>
            <translation>{place}: {{if {name}}} ist keine bekannte Bedingung; bekannt sind: {names}.</translation>
        </message>
        <message>
            <source>{place}: a brace has no partner; to show a brace, write it twice.</source>
            <translation>{place}: Eine geschweifte Klammer steht allein; schreiben Sie zwei, um eine zu zeigen.</translation>
        </message>
        <message>
            <source>{place}: {{{name}}} is not a known placeholder; the known ones are: {names}.</source>
            <translation>{place}: Für {{{name}}} lässt sich nichts einsetzen; es gibt: {names}.</translation>
        </message>
        <message>
            <source>{place}: the picture {name} needs a description for those who cannot see it: ![what it shows]({name}).</source>
            <translation>{place}: Das Bild {name} braucht eine Beschreibung für alle, die es nicht sehen können: ![was es zeigt]({name}).</translation>
        </message>
        <message>
            <source>{place}: a name begins with a lower-case letter and has at most 40 lower-case letters, digits and underscores; {name} does not.</source>
            <translation>{place}: Ein Name beginnt mit einem Kleinbuchstaben und hat höchstens 40 Kleinbuchstaben, Ziffern und Unterstriche; {name} nicht.</translation>
        </message>
        <message>
            <source>{place}: the name {name} is already used by an earlier entry.</source>
            <translation>{place}: Den Namen {name} hat schon ein Eintrag davor.</translation>
        </message>
        <message>
            <source>the picture {name} has {width} x {height} pixels, more than a screen shows; make it smaller.</source>
            <translation>Das Bild {name} hat {width} x {height} Bildpunkte, mehr als ein Bildschirm zeigt; verkleinern Sie es.</translation>
        </message>
        <message>
            <source>{name} is not a picture that can be shown; save it as PNG or JPEG.</source>
            <translation>{name} ist kein Bild, das gezeigt werden kann; speichern Sie es als PNG oder JPEG.</translation>
        </message>
        <message>
            <source>{file} is too long: at most {items} items fit, {texts} of them texts, with {characters} characters in all.</source>
            <translation>{file} ist zu lang: Es passen höchstens {items} Fragen, davon {texts} Texte, mit zusammen {characters} Zeichen.</translation>
        </message>
        <message>
            <source>{place}: kind must be one of {kinds}, not {kind}.</source>
            <translation>{place}: kind muss eines von {kinds} sein, nicht {kind}.</translation>
        </message>
        <message>
            <source>{place}: about must be one of {known}, not {about}.</source>
            <translation>{place}: about muss eines von {known} sein, nicht {about}.</translation>
        </message>
        <message>
            <source>{place}: the options of a scale are the names of its two ends.</source>
            <translation>{place}: Die options einer Skala sind die Namen ihrer beiden Enden.</translation>
        </message>
        <message>
            <source>{place}: a choice has between 2 and {most} options.</source>
            <translation>{place}: Eine Auswahl hat zwischen 2 und {most} options.</translation>
        </message>
        <message>
            <source>{place}: only a scale or a choice has options.</source>
            <translation>{place}: Nur eine Skala oder eine Auswahl hat options.</translation>
        </message>
        <message>
            <source>{place}: only a scale or a number has low and high.</source>
            <translation>{place}: Nur eine Skala oder eine Zahl hat low und high.</translation>
        </message>
        <message>
            <source>{place}: low must be smaller than high, and both at most {most}.</source>
            <translation>{place}: low muss kleiner sein als high, und beide höchstens {most}.</translation>
        </message>
        <message>
            <source>{place}: give between 2 and {most} options, or none to ask for a whole number.</source>
            <translation>{place}: Geben Sie zwischen 2 und {most} options an, oder keine, um nach einer ganzen Zahl zu fragen.</translation>
        </message>
        <message>
            <source>{place}: answer is the number of the right option, from 1 to {options}.</source>
            <translation>{place}: answer ist die Nummer der richtigen Antwort, von 1 bis {options}.</translation>
        </message>
        <message>
            <source>{place}: answer must be a whole number, but {text} is not.</source>
            <translation>{place}: answer muss eine ganze Zahl sein; {text} ist keine.</translation>
        </message>
        <message>
            <source>There are no texts in {language}, only in: {languages}. Copy one of them and translate it.</source>
            <translation>Es gibt keine Texte in {language}; es gibt: {languages}. Kopieren und übersetzen Sie einen davon.</translation>
        </message>
        <message>
            <source>The study already has texts in {language}, in {folder}; they are not overwritten.</source>
            <translation>Die Studie hat schon Texte in {language}, in {folder}; sie werden nicht überschrieben.</translation>
        </message>
        <message>
            <source>{place}: {name} is not the name of a picture; give {drawn}, or a PNG or JPEG file without folders, such as fund.png.</source>
            <translation>{place}: {name} ist kein Name eines Bildes; geben Sie {drawn} an oder eine PNG- oder JPEG-Datei ohne Ordner, etwa fund.png.</translation>
        </message>
        <message>
            <source>{place}: {fault}</source>
            <translation>{place}: {fault}</translation>
        </message>
        <message>
            <source>{place}: the texts show more than {most} pictures; leave some out.</source>
            <translation>{place}: Die Texte zeigen mehr als {most} Bilder; lassen Sie einige weg.</translation>
        </message>
        <message>
            <source>{place}: the picture {name} cannot be read ({reason}); put a PNG or JPEG file there.</source>
            <translation>{place}: Das Bild {name} kann nicht gelesen werden ({reason}); legen Sie dort eine PNG- oder JPEG-Datei ab.</translation>
        </message>
        <message>
            <source>{place}: there is no picture {name}; put it next to the text, or into the folder {shared} next to the language folders.</source>
            <translation>{place}: Es gibt kein Bild {name}; legen Sie es neben den Text oder in den Ordner {shared} neben den Ordnern der Sprachen.</translation>
        </message>
        <message>
            <source>{folder}: {name} is not a language code, such as en, de or pt_BR.</source>
            <translation>{folder}: {name} ist kein Code einer Sprache wie en, de oder pt_BR.</translation>
        </message>
        <message>
            <source>{folder} has no folder for a language, such as en.</source>
            <translation>{folder} hat keinen Ordner für eine Sprache, etwa en.</translation>
        </message>
        <message>
            <source>{file}</source>
            <translation>{file}</translation>
        </message>
        <message>
            <source>{file}, line {line}: the character {code} is none that a page can show; delete it.</source>
            <translation>{file}, Zeile {line}: Das Zeichen {code} kann keine Seite zeigen; löschen Sie es.</translation>
        </message>
        <message>
            <source>{file} is empty; write its text or switch this part off.</source>
            <translation>{file} ist leer; schreiben Sie den Text oder schalten Sie diesen Teil aus.</translation>
        </message>
        <message>
            <source>{file} has a page of more than {most} characters; start a new page with a line of ---.</source>
            <translation>{file} hat eine Seite mit mehr als {most} Zeichen; beginnen Sie mit einer Zeile --- eine neue.</translation>
        </message>
        <message>
            <source>{file} differs between {first} and {other}: names, order, number of options, right answers and limits must be the same in every language.</source>
            <translation>{file} unterscheidet sich zwischen {first} und {other}: Namen, Reihenfolge, Zahl der options, richtige Antworten und Grenzen müssen in jeder Sprache gleich sein.</translation>
        </message>
        <message>
            <source>{place} has a table of {columns} columns; {most} fit a station’s screen at most.</source>
            <translation>{place} hat eine Tabelle mit {columns} Spalten; höchstens {most} passen auf den Bildschirm eines Platzes.</translation>
        </message>
        <message>
            <source>{place} has a page whose tables have more than {most} cells; start a new page with a line of ---.</source>
            <translation>{place} hat eine Seite, deren Tabellen mehr als {most} Zellen haben; beginnen Sie eine neue Seite mit einer Zeile aus ---.</translation>
        </message>
        <message>
            <source>{place}: {name} is missing.</source>
            <translation>{place}: {name} fehlt.</translation>
        </message>
        <message>
            <source>{place}: {name} is unknown; known names are {names}.</source>
            <translation>{place}: {name} ist unbekannt; bekannt sind {names}.</translation>
        </message>
        <message>
            <source>{place}: {name} must be {kind}.</source>
            <translation>{place}: {name} muss {kind} sein.</translation>
        </message>
        <message>
            <source>{file} has no entries; write one under [[{heading}]] or switch this part off.</source>
            <translation>{file} fragt nichts; schreiben Sie einen Eintrag unter [[{heading}]] oder schalten Sie diesen Teil aus.</translation>
        </message>
        <message>
            <source>{file}, {heading} {number}</source>
            <translation>{file}, {heading} {number}</translation>
        </message>
        <message>
            <source>it cannot be read ({reason})</source>
            <translation>es kann nicht gelesen werden ({reason})</translation>
        </message>
        <message>
            <source>line {line}: {problem}</source>
            <translation>Zeile {line}: {problem}</translation>
        </message>
        <message>
            <source>a backslash between double quotation marks is no sign of its own; write {text} between single ones</source>
            <translation>ein umgekehrter Schrägstrich zwischen doppelten Anführungszeichen ist kein Zeichen für sich; schreiben Sie {text} mit einfachen</translation>
        </message>
        <message>
            <source>{name} is set a second time; keep one of the lines</source>
            <translation>{name} steht ein zweites Mal da; behalten Sie eine der Zeilen</translation>
        </message>
        <message>
            <source>{found} is no setting; write name = value</source>
            <translation>{found} ist keine Einstellung; schreiben Sie Name = Wert</translation>
        </message>
        <message>
            <source>the quotation marks of {found} are curly; write "{text}" with straight ones</source>
            <translation>die Anführungszeichen von {found} sind typografisch; schreiben Sie "{text}" mit geraden</translation>
        </message>
        <message>
            <source>{found}: write {wanted}</source>
            <translation>{found}: schreiben Sie {wanted}</translation>
        </message>
        <message>
            <source>{name} has no value; write it behind the equals sign</source>
            <translation>{name} hat keinen Wert; schreiben Sie ihn hinter das Gleichheitszeichen</translation>
        </message>
        <message>
            <source>the quotation mark of {found} has no partner; add it</source>
            <translation>das Anführungszeichen von {found} hat kein Gegenstück; ergänzen Sie es</translation>
        </message>
        <message>
            <source>the bracket of {found} has no partner; add ]</source>
            <translation>die Klammer von {found} hat kein Gegenstück; ergänzen Sie ]</translation>
        </message>
        <message>
            <source>{found} is no value; write texts as "x" and lists as [1, 2]</source>
            <translation>{found} ist kein Wert; schreiben Sie Texte als "x" und Listen als [1, 2]</translation>
        </message>
        <message>
            <source>{found}: write {wanted}, without a unit</source>
            <translation>{found}: schreiben Sie {wanted}, ohne Einheit</translation>
        </message>
        <message>
            <source>{found} is a text; write "{text}"</source>
            <translation>{found} ist ein Text; schreiben Sie "{text}"</translation>
        </message>
        <message>
            <source>The training job cannot be written to {folder} ({reason}); {remedy}, then try again.</source>
            <translation>Der Trainingsauftrag kann nicht nach {folder} geschrieben werden ({reason}); {remedy} und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>The training process was ended from outside, probably by the system because the memory was full; close other programs, or copy the study's folder to a computer with more memory, then start it again: it goes on from what it has saved.</source>
            <translation>Der Trainingsprozess wurde von außen beendet, wahrscheinlich vom System, weil der Arbeitsspeicher voll war; schließen Sie andere Programme, oder kopieren Sie den Ordner der Studie auf einen Computer mit mehr Arbeitsspeicher. Starten Sie ihn dann noch einmal: Er macht mit dem weiter, was er gespeichert hat.</translation>
        </message>
        <message>
            <source>signal {number}</source>
            <translation>Signal {number}</translation>
        </message>
        <message>
            <source>code {number}</source>
            <translation>Code {number}</translation>
        </message>
        <message>
            <source>The training process ended unexpectedly ({how}); what it has saved is kept, so start it again to continue.</source>
            <translation>Der Trainingsprozess endete unerwartet ({how}); was er gespeichert hat, ist erhalten, starten Sie ihn also noch einmal, um fortzufahren.</translation>
        </message>
        <message>
            <source>{folder} is not empty; give a new folder.</source>
            <translation>{folder} ist nicht leer; geben Sie einen neuen Ordner an.</translation>
        </message>
        <message>
            <source>The keys cannot be written into {folder} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Schlüssel können nicht in {folder} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>The key {file} cannot be read; give the folder that hcmd-lab updates new-keys has written, and its passphrase in the environment variable {variable} if it has one.</source>
            <translation>Der Schlüssel {file} kann nicht gelesen werden; geben Sie den Ordner an, den hcmd-lab updates new-keys geschrieben hat, und seine Passphrase, falls er eine hat, in der Umgebungsvariablen {variable}.</translation>
        </message>
        <message>
            <source>{file} is no key for updates (Ed25519).</source>
            <translation>{file} ist kein Schlüssel für Aktualisierungen (Ed25519).</translation>
        </message>
        <message>
            <source>{folder} holds no keys for updates.</source>
            <translation>{folder} enthält keine Schlüssel für Aktualisierungen.</translation>
        </message>
        <message>
            <source>{folder} holds no update; choose the folder that hcmd-lab updates sign has written.</source>
            <translation>{folder} enthält keine Aktualisierung; wählen Sie den Ordner, den hcmd-lab updates sign geschrieben hat.</translation>
        </message>
        <message>
            <source>The signatures of the update in {folder} have ended (today is {today}); have it signed again, or check this computer’s date.</source>
            <translation>Die Signaturen der Aktualisierung in {folder} gelten nicht mehr (heute ist {today}); lassen Sie sie neu signieren, oder prüfen Sie das Datum dieses Rechners.</translation>
        </message>
        <message>
            <source>The update in {folder} is not whole ({why}); copy it again from whoever made it.</source>
            <translation>Die Aktualisierung in {folder} ist nicht vollständig ({why}); kopieren Sie sie noch einmal von dort, wo sie gemacht wurde.</translation>
        </message>
        <message>
            <source>{file} is no kiosk’s package for updates; give the file that make packages has written, such as {example}.</source>
            <translation>{file} ist kein Paket des Kiosks für Aktualisierungen; geben Sie die Datei an, die make packages geschrieben hat, etwa {example}.</translation>
        </message>
        <message>
            <source>Give packages of one version, at most one for each system.</source>
            <translation>Geben Sie Pakete einer einzigen Version an, höchstens eines für jedes System.</translation>
        </message>
        <message>
            <source>The update cannot be written into {folder} ({reason}); {remedy}, or choose another folder.</source>
            <translation>Die Aktualisierung kann nicht in {folder} geschrieben werden ({reason}); {remedy}, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{file} does not hold the kiosk’s program.</source>
            <translation>{file} enthält das Programm des Kiosks nicht.</translation>
        </message>
        <message>
            <source>{file} cannot be read; it tells how often these keys have signed. Write {{"times": N}} into it, with a number N that is larger than any before.</source>
            <translation>{file} kann nicht gelesen werden; darin steht, wie oft diese Schlüssel signiert haben. Schreiben Sie {{"times": N}} hinein, mit einer Zahl N, die größer ist als alle bisherigen.</translation>
        </message>
        <message>
            <source>The keys in {folder} do not belong together; give the folder that hcmd-lab updates new-keys has written.</source>
            <translation>Die Schlüssel in {folder} gehören nicht zusammen; geben Sie den Ordner an, den hcmd-lab updates new-keys geschrieben hat.</translation>
        </message>
        <message>
            <source>{folder} has other files in it, such as {file}; give a new folder.</source>
            <translation>In {folder} liegen andere Dateien, etwa {file}; geben Sie einen neuen Ordner an.</translation>
        </message>
        <message>
            <source>{file} holds no keys for updates; give the root.json that hcmd-lab updates new-keys has written.</source>
            <translation>{file} enthält keine Schlüssel für Aktualisierungen; geben Sie die root.json an, die hcmd-lab updates new-keys geschrieben hat.</translation>
        </message>
        <message>
            <source>The keys cannot be kept in {folder} ({reason}); {remedy}, or choose another folder with --state-dir.</source>
            <translation>Die Schlüssel können nicht in {folder} gespeichert werden ({reason}); {remedy}, oder wählen Sie mit --state-dir einen anderen Ordner.</translation>
        </message>
        <message>
            <source>About HCMD Lab</source>
            <translation>Über HCMD Lab</translation>
        </message>
        <message>
            <source>HCMD Lab</source>
            <translation>HCMD Lab</translation>
        </message>
        <message>
            <source>Sessions of the Public Investment Game that learn the mechanism people vote for. Apache License 2.0.</source>
            <translation>Sitzungen des Public Investment Game, die den Mechanismus lernen, für den Menschen stimmen. Apache-Lizenz 2.0.</translation>
        </message>
        <message>
            <source>&amp;Copy versions</source>
            <translation>Versionen &amp;kopieren</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message numerus="yes">
            <source>{n} thing(s) (waits|wait) for you in the session</source>
            <translation>
                <numerusform>In der Sitzung wartet {n} Sache auf Sie</numerusform>
                <numerusform>In der Sitzung warten {n} Sachen auf Sie</numerusform>
            </translation>
        </message>
        <message>
            <source>Ctrl+C again leaves without waiting for it.</source>
            <translation>Noch einmal Strg+C beendet, ohne darauf zu warten.</translation>
        </message>
        <message>
            <source>The terminal was closed; HCMD Lab ends.</source>
            <translation>Das Terminal wurde geschlossen; HCMD Lab endet.</translation>
        </message>
        <message>
            <source>HCMD Lab was asked to end.</source>
            <translation>HCMD Lab wurde zum Beenden aufgefordert.</translation>
        </message>
        <message>
            <source>Ctrl+C was pressed; HCMD Lab ends.</source>
            <translation>Strg+C wurde gedrückt; HCMD Lab endet.</translation>
        </message>
        <message>
            <source>A fault in the program ended this.</source>
            <translation>Ein Fehler im Programm hat das beendet.</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>{backup} – made by another name, or of a copy: {file}</source>
            <translation>{backup} – unter anderem Namen entstanden oder von einer Kopie: {file}</translation>
        </message>
        <message>
            <source>There are no backups of this study yet.</source>
            <translation>Von dieser Studie gibt es noch keine Sicherungen.</translation>
        </message>
        <message>
            <source>{backup} – not as the study was saved: {why}</source>
            <translation>{backup} – nicht so, wie die Studie gespeichert wurde: {why}</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>The study and its newest backup are being compared with what was saved.</source>
            <translation>Die Studie und ihre neueste Sicherung werden mit dem verglichen, was gespeichert wurde.</translation>
        </message>
        <message>
            <source>This backup is being compared with what was saved.</source>
            <translation>Diese Sicherung wird mit dem verglichen, was gespeichert wurde.</translation>
        </message>
        <message>
            <source>Another st&amp;udy…</source>
            <translation>Andere St&amp;udie…</translation>
        </message>
        <message>
            <source>Back up &amp;now</source>
            <translation>&amp;Jetzt sichern</translation>
        </message>
        <message>
            <source>Choose the &amp;place…</source>
            <translation>&amp;Ort wählen…</translation>
        </message>
        <message>
            <source>&amp;Restore…</source>
            <translation>&amp;Wiederherstellen…</translation>
        </message>
        <message>
            <source>Take it as it &amp;is…</source>
            <translation>Neh&amp;men, wie sie ist…</translation>
        </message>
        <message>
            <source>Bring &amp;back checkpoints</source>
            <translation>Check&amp;points zurückholen</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <source>A backup is made after each session, before each training step, and before going back to one. The newest {kept} are kept, and all that were made by hand. Restoring one sets aside what is there now and deletes nothing.</source>
            <translation>Eine Sicherung entsteht nach jeder Sitzung, vor jedem Trainingsschritt und bevor zu einem zurückgegangen wird. Die neuesten {kept} bleiben, und alle, die von Hand gemacht wurden. Beim Wiederherstellen wird beiseitegelegt, was jetzt da ist; gelöscht wird dabei nichts.</translation>
        </message>
        <message>
            <source>Backups of {folder}</source>
            <translation>Sicherungen von {folder}</translation>
        </message>
        <message>
            <source>New backups go to {place}.</source>
            <translation>Neue Sicherungen kommen nach {place}.</translation>
        </message>
        <message>
            <source>The study’s files are being exchanged; this cannot be stopped.</source>
            <translation>Die Dateien der Studie werden ausgetauscht; das lässt sich nicht anhalten.</translation>
        </message>
        <message>
            <source>Wait until what is being done here has ended.</source>
            <translation>Warten Sie, bis beendet ist, was hier gerade geschieht.</translation>
        </message>
        <message>
            <source>The study’s database is not there.</source>
            <translation>Die Datenbank der Studie ist nicht da.</translation>
        </message>
        <message>
            <source>There is no backup.</source>
            <translation>Es gibt keine Sicherung.</translation>
        </message>
        <message>
            <source>Choose a backup.</source>
            <translation>Wählen Sie eine Sicherung.</translation>
        </message>
        <message>
            <source>No backup holds the study as it was saved.</source>
            <translation>Keine Sicherung enthält die Studie, wie sie gespeichert wurde.</translation>
        </message>
        <message numerus="yes">
            <source>{n} newer backup(s) (does|do) not hold the study as it was saved.</source>
            <translation>
                <numerusform>{n} neuere Sicherung enthält die Studie nicht, wie sie gespeichert wurde.</numerusform>
                <numerusform>{n} neuere Sicherungen enthalten die Studie nicht, wie sie gespeichert wurde.</numerusform>
            </translation>
        </message>
        <message>
            <source>The study is being copied.</source>
            <translation>Die Studie wird kopiert.</translation>
        </message>
        <message>
            <source>The backup is made.</source>
            <translation>Die Sicherung ist fertig.</translation>
        </message>
        <message>
            <source>Checkpoints are being looked for in the backups.</source>
            <translation>In den Sicherungen wird nach Checkpoints gesucht.</translation>
        </message>
        <message>
            <source>No checkpoint that the backups hold is missing here or damaged.</source>
            <translation>Kein Checkpoint, den die Sicherungen enthalten, fehlt hier oder ist beschädigt.</translation>
        </message>
        <message>
            <source>Where new backups go</source>
            <translation>Wohin neue Sicherungen kommen</translation>
        </message>
        <message>
            <source>Restore this backup?</source>
            <translation>Diese Sicherung wiederherstellen?</translation>
        </message>
        <message>
            <source>The study becomes what it was then. What it is now is set aside in its folder.</source>
            <translation>Die Studie wird wieder, was sie damals war. Was sie jetzt ist, wird in ihrem Ordner beiseitegelegt.</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <source>The study is being restored.</source>
            <translation>Die Studie wird wiederhergestellt.</translation>
        </message>
        <message>
            <source>Take this study as it is?</source>
            <translation>Diese Studie nehmen, wie sie ist?</translation>
        </message>
        <message>
            <source>It goes on with what it holds now; nothing is brought back, and nothing is deleted. From then on its log, its audit and its report say: “{told}”</source>
            <translation>Es geht weiter mit dem, was sie jetzt enthält; nichts wird zurückgeholt, und nichts wird gelöscht. Von da an sagen ihr Protokoll, ihr Audit und ihr Bericht: „{told}“</translation>
        </message>
        <message>
            <source>&amp;Take it as it is</source>
            <translation>&amp;Nehmen, wie sie ist</translation>
        </message>
        <message>
            <source>The study is being taken as it is.</source>
            <translation>Die Studie wird genommen, wie sie ist.</translation>
        </message>
        <message>
            <source>The study whose backups are to be shown</source>
            <translation>Die Studie, deren Sicherungen gezeigt werden sollen</translation>
        </message>
        <message>
            <source>Its file study.mark was lost or could not be read. {told}</source>
            <translation>Ihre Datei study.mark ging verloren oder war nicht zu lesen. {told}</translation>
        </message>
        <message>
            <source>This study is not as it was saved. {told}</source>
            <translation>Diese Studie ist nicht, wie sie gespeichert wurde. {told}</translation>
        </message>
        <message>
            <source>This goes on if you close this window.</source>
            <translation>Das geht weiter, auch wenn Sie dieses Fenster schließen.</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message numerus="yes">
            <source>{n} time(s)</source>
            <translation>
                <numerusform>{n} Mal</numerusform>
                <numerusform>{n} Mal</numerusform>
            </translation>
        </message>
        <message>
            <source>New study from a bundle</source>
            <translation>Neue Studie aus einem Bündel</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>Abbre&amp;chen</translation>
        </message>
        <message>
            <source>The study {study} is made from the bundle {bundle}. Cancelled, nothing of it is left.</source>
            <translation>Die Studie {study} wird aus dem Bündel {bundle} angelegt. Wird das abgebrochen, bleibt nichts davon.</translation>
        </message>
        <message>
            <source>The study {study} was made before it could be cancelled.</source>
            <translation>Die Studie {study} war schon angelegt, als das abgebrochen wurde.</translation>
        </message>
        <message>
            <source>A session or training of this study is running; end it, then try again.</source>
            <translation>Eine Sitzung oder ein Training dieser Studie läuft; beenden Sie es und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Abschnitt</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Sitz</translation>
        </message>
        <message>
            <source>Player</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Endowment</source>
            <translation>Ausstattung</translation>
        </message>
        <message>
            <source>Contribution</source>
            <translation>Beitrag</translation>
        </message>
        <message>
            <source>Payout</source>
            <translation>Auszahlung</translation>
        </message>
        <message>
            <source>Vote</source>
            <translation>Abstimmung</translation>
        </message>
        <message>
            <source>Status of the group</source>
            <translation>Status der Gruppe</translation>
        </message>
        <message>
            <source>Who decided</source>
            <translation>Wer entschied</translation>
        </message>
        <message>
            <source>Whether a program played</source>
            <translation>Ob ein Programm spielte</translation>
        </message>
        <message>
            <source>Whether the player had left</source>
            <translation>Ob die Person gegangen war</translation>
        </message>
        <message>
            <source>Whether it was a pilot session</source>
            <translation>Ob es eine Pilotsitzung war</translation>
        </message>
        <message>
            <source>Whether its study had set it aside</source>
            <translation>Ob ihre Studie sie beiseitegelegt hatte</translation>
        </message>
        <message>
            <source>Found out: the fund has to fit</source>
            <translation>Wird festgestellt: Der Fonds muss passen</translation>
        </message>
        <message>
            <source>Coins from the fund</source>
            <translation>Münzen aus dem Fonds</translation>
        </message>
        <message>
            <source>Total earnings: with the coins that were kept</source>
            <translation>Gesamte Verdienste: mit den behaltenen Münzen</translation>
        </message>
        <message>
            <source>Computed: everyone had the same share</source>
            <translation>Berechnet: Alle hatten den gleichen Anteil</translation>
        </message>
        <message>
            <source>Refused, unless it is on the first seat</source>
            <translation>Abgelehnt, wenn nicht auf dem ersten Sitz</translation>
        </message>
        <message>
            <source>Given the first seat</source>
            <translation>Bekommt den ersten Sitz</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <source>Found by its heading</source>
            <translation>An der Überschrift erkannt</translation>
        </message>
        <message>
            <source>What the payouts are</source>
            <translation>Was die Auszahlungen sind</translation>
        </message>
        <message>
            <source>A head on another seat</source>
            <translation>Kopf auf einem anderen Sitz</translation>
        </message>
        <message>
            <source>&amp;Take them so</source>
            <translation>So ü&amp;bernehmen</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>Ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>S&amp;peichern…</translation>
        </message>
        <message>
            <source>Which column is which</source>
            <translation>Welche Spalte was ist</translation>
        </message>
        <message>
            <source>A number instead of a heading holds for all rows, and headings joined with + name something together.</source>
            <translation>Eine Zahl statt einer Überschrift gilt für alle Zeilen, und mit + verbundene Überschriften benennen etwas gemeinsam.</translation>
        </message>
        <message>
            <source>Columns (*.toml)</source>
            <translation>Spalten (*.toml)</translation>
        </message>
        <message>
            <source>Taken again since: {result}</source>
            <translation>Seither noch einmal ausgeführt: {result}</translation>
        </message>
        <message>
            <source>Set aside: {result}</source>
            <translation>Beiseitegelegt: {result}</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <source>Chec&amp;k the study</source>
            <translation>Studie &amp;prüfen</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>Write &amp;report</source>
            <translation>&amp;Bericht schreiben</translation>
        </message>
        <message>
            <source>&amp;Privacy…</source>
            <translation>Datensch&amp;utz…</translation>
        </message>
        <message>
            <source>Exp&amp;lain…</source>
            <translation>Erk&amp;lären…</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>What a mechanism does, in words: its rule, whom it serves, what pays.</source>
            <translation>Was ein Mechanismus tut, in Worten: seine Regel, wen er bedient, was sich lohnt.</translation>
        </message>
        <message>
            <source>&amp;Groups from a table…</source>
            <translation>&amp;Gruppen aus einer Tabelle…</translation>
        </message>
        <message>
            <source>&amp;Bundle of another lab…</source>
            <translation>&amp;Bündel eines anderen Labors…</translation>
        </message>
        <message>
            <source>&amp;Without pilot sessions…</source>
            <translation>&amp;Ohne Pilotsitzungen…</translation>
        </message>
        <message>
            <source>With &amp;pilot sessions…</source>
            <translation>Mit &amp;Pilotsitzungen…</translation>
        </message>
        <message>
            <source>Without pilot sessions and &amp;labels…</source>
            <translation>Ohne Pilotsitzungen &amp;und Kennungen…</translation>
        </message>
        <message>
            <source>A replication packa&amp;ge…</source>
            <translation>Ein Replika&amp;tionspaket…</translation>
        </message>
        <message>
            <source>A &amp;bundle for another lab…</source>
            <translation>&amp;Bündel für ein anderes Labor…</translation>
        </message>
        <message>
            <source>A bundle by which that lab &amp;recognises participants…</source>
            <translation>Ein Bündel, mit dem jenes Labor Teilnehmende wieder&amp;erkennt…</translation>
        </message>
        <message>
            <source>As a &amp;PDF for print</source>
            <translation>Als &amp;PDF zum Drucken</translation>
        </message>
        <message>
            <source>As a &amp;web page</source>
            <translation>Als &amp;Webseite</translation>
        </message>
        <message>
            <source>Recognised by its headings</source>
            <translation>An den Überschriften erkannt</translation>
        </message>
        <message>
            <source>Plain table, as in docs/data.md</source>
            <translation>Einfache Tabelle wie in docs/data.md</translation>
        </message>
        <message>
            <source>long.csv of HCMD Lab</source>
            <translation>long.csv von HCMD Lab</translation>
        </message>
        <message>
            <source>wide.csv of HCMD Lab</source>
            <translation>wide.csv von HCMD Lab</translation>
        </message>
        <message>
            <source>z-Tree tables (.xls)</source>
            <translation>Tabellen von z-Tree (.xls)</translation>
        </message>
        <message>
            <source>oTree, all apps wide</source>
            <translation>oTree, alle Apps breit</translation>
        </message>
        <message>
            <source>oTree, one app</source>
            <translation>oTree, eine App</translation>
        </message>
        <message>
            <source>Empirica, player rounds</source>
            <translation>Empirica, Runden der Spieler</translation>
        </message>
        <message>
            <source>Another table with headings</source>
            <translation>Eine andere Tabelle mit Überschriften</translation>
        </message>
        <message>
            <source>Gächter, Mengel, Tsakas and Vostroknutov (2017)</source>
            <translation>Gächter, Mengel, Tsakas und Vostroknutov (2017)</translation>
        </message>
        <message>
            <source>Koster et al. (2022), Democratic AI, experiment 1</source>
            <translation>Koster et al. (2022), Democratic AI, Experiment 1</translation>
        </message>
        <message>
            <source>Koster et al. (2022), Democratic AI, experiment 2</source>
            <translation>Koster et al. (2022), Democratic AI, Experiment 2</translation>
        </message>
        <message>
            <source>Koster et al. (2022), Democratic AI, experiment 4</source>
            <translation>Koster et al. (2022), Democratic AI, Experiment 4</translation>
        </message>
        <message>
            <source>Import groups</source>
            <translation>Gruppen importieren</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>A text table, a workbook or a Stata file</source>
            <translation>Eine Texttabelle, eine Arbeitsmappe oder eine Stata-Datei</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>Aufbau</translation>
        </message>
        <message>
            <source>C&amp;olumns…</source>
            <translation>Sp&amp;alten…</translation>
        </message>
        <message>
            <source>Put the &amp;head first</source>
            <translation>Kopf auf den &amp;ersten Sitz</translation>
        </message>
        <message>
            <source>The seats before the head move up by one; nobody's decisions change.</source>
            <translation>Die Sitze vor dem Kopf rücken um einen auf; die Entscheidungen aller bleiben.</translation>
        </message>
        <message>
            <source>Compute &amp;equal shares</source>
            <translation>Gleiche Anteile be&amp;rechnen</translation>
        </message>
        <message>
            <source>Everyone was given the same share of the fund: the payouts are computed, and those of the file are not read.</source>
            <translation>Alle bekamen den gleichen Anteil am Fonds: Die Auszahlungen werden berechnet, und die der Datei werden nicht gelesen.</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>&amp;Importieren</translation>
        </message>
        <message>
            <source>Import groups played elsewhere</source>
            <translation>Anderswo gespielte Gruppen importieren</translation>
        </message>
        <message>
            <source>The file is being read.</source>
            <translation>Die Datei wird gelesen.</translation>
        </message>
        <message>
            <source>The columns of this layout are fixed.</source>
            <translation>Die Spalten dieses Aufbaus stehen fest.</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>D&amp;urchsuchen…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Layout</source>
            <translation>Auf&amp;bau</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt *.xls *.xlsx *.dta);;All (*)</source>
            <translation>Tabellen (*.csv *.tsv *.txt *.xls *.xlsx *.dta);;Alle (*)</translation>
        </message>
        <message>
            <source>The file is being read: {percent}.</source>
            <translation>Die Datei wird gelesen: {percent}.</translation>
        </message>
        <message>
            <source>Nothing is stored until you have seen what was found.</source>
            <translation>Nichts wird gespeichert, bevor Sie gesehen haben, was gefunden wurde.</translation>
        </message>
        <message>
            <source>They count for iteration {iteration}: MODEL learns from them as it does from this lab's groups.</source>
            <translation>Sie zählen zu Durchgang {iteration}: MODEL lernt aus ihnen wie aus den Gruppen dieses Labors.</translation>
        </message>
        <message>
            <source>Nobody else may use the data until a licence is chosen.</source>
            <translation>Bis eine Lizenz gewählt ist, darf niemand sonst die Daten verwenden.</translation>
        </message>
        <message>
            <source>The data are given to everybody without conditions.</source>
            <translation>Die Daten stehen allen ohne Bedingungen frei.</translation>
        </message>
        <message>
            <source>Whoever uses the data names their source.</source>
            <translation>Wer die Daten verwendet, nennt ihre Quelle.</translation>
        </message>
        <message>
            <source>Whoever uses the data names their source and shares what follows alike.</source>
            <translation>Wer die Daten verwendet, nennt ihre Quelle und gibt, was daraus entsteht, ebenso weiter.</translation>
        </message>
        <message>
            <source>Whoever uses the data names their source and earns nothing by them.</source>
            <translation>Wer die Daten verwendet, nennt ihre Quelle und verdient nichts damit.</translation>
        </message>
        <message>
            <source>Attribution, made for databases.</source>
            <translation>Namensnennung, für Datenbanken gemacht.</translation>
        </message>
        <message>
            <source>Replication package</source>
            <translation>Replikationspaket</translation>
        </message>
        <message>
            <source>Licence of the data</source>
            <translation>Lizenz der Daten</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <source>With &amp;labels, messages, notes and reasons: the package is then not anonymous</source>
            <translation>Mit Kennungen, Nachrichten, &amp;Notizen und Gründen: Das Paket ist dann nicht anonym</translation>
        </message>
        <message numerus="yes">
            <source>With the &amp;votes of {n} group(s) that have not been counted; the audit tells it</source>
            <translation>
                <numerusform>Mit den &amp;Stimmen von {n} Gruppe, die nicht gezählt sind; der Nachweis sagt es</numerusform>
                <numerusform>Mit den &amp;Stimmen von {n} Gruppen, die nicht gezählt sind; der Nachweis sagt es</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the &amp;folder…</source>
            <translation>&amp;Ordner wählen…</translation>
        </message>
        <message>
            <source>Everything that others need to check the study: the data, the results of training and EVALUATE, every picture with its numbers, what participants read, and a script that computes figures, tests and payments again.</source>
            <translation>Alles, was andere brauchen, um die Studie zu prüfen: die Daten, die Ergebnisse von Training und EVALUATE, jedes Bild mit seinen Zahlen, was die Teilnehmenden gelesen haben, und ein Skript, das Bilder, Tests und Auszahlungen neu berechnet.</translation>
        </message>
        <message>
            <source>Votes have not been counted, and a package would show them.</source>
            <translation>Stimmen sind noch nicht ausgezählt, und ein Paket würde sie zeigen.</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Kleiner</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Einpassen</translation>
        </message>
        <message>
            <source>Cop&amp;y</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>S&amp;ave picture…</source>
            <translation>Bild speicher&amp;n…</translation>
        </message>
        <message>
            <source>&amp;Copy picture</source>
            <translation>Bild &amp;kopieren</translation>
        </message>
        <message>
            <source>As large as the window allows (Ctrl+0)</source>
            <translation>So groß, wie das Fenster erlaubt (Strg+0)</translation>
        </message>
        <message>
            <source>No pictures are shown</source>
            <translation>Es werden keine Bilder gezeigt</translation>
        </message>
        <message>
            <source>There is no picture yet</source>
            <translation>Es gibt noch kein Bild</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Find a label, a code or a session</source>
            <translation>Kennung, Code oder Sitzung suchen</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>Was getan wurde</translation>
        </message>
        <message>
            <source>&amp;Withdraw…</source>
            <translation>&amp;Widerruf…</translation>
        </message>
        <message>
            <source>&amp;Delete all labels…</source>
            <translation>Alle Kennungen &amp;löschen…</translation>
        </message>
        <message>
            <source>Delete all &amp;fingerprints…</source>
            <translation>Alle &amp;Fingerabdrücke löschen…</translation>
        </message>
        <message numerus="yes">
            <source>{n} label(s) deleted.</source>
            <translation>
                <numerusform>{n} Kennung gelöscht.</numerusform>
                <numerusform>{n} Kennungen gelöscht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} fingerprint(s) deleted.</source>
            <translation>
                <numerusform>{n} Fingerabdruck gelöscht.</numerusform>
                <numerusform>{n} Fingerabdrücke gelöscht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} backup(s) still (holds|hold) what was deleted; delete (it|them) too if (it is|they are) no longer needed.</source>
            <translation>
                <numerusform>{n} Sicherung enthält noch, was gelöscht wurde; löschen Sie auch sie, wenn sie nicht mehr gebraucht wird.</numerusform>
                <numerusform>{n} Sicherungen enthalten noch, was gelöscht wurde; löschen Sie auch sie, wenn sie nicht mehr gebraucht werden.</numerusform>
            </translation>
        </message>
        <message>
            <source>The study as it was before a restoration still holds it, in {folders}.</source>
            <translation>Die Studie, wie sie vor einer Wiederherstellung war, enthält es noch, in {folders}.</translation>
        </message>
        <message>
            <source>Exports with labels: {folders}. Export there again, or delete them.</source>
            <translation>Exporte mit Kennungen: {folders}. Exportieren Sie erneut dorthin, oder löschen Sie sie.</translation>
        </message>
        <message numerus="yes">
            <source>Of {n} (copy|copies) it is not known whether (it still holds|they still hold) it: {folders}.</source>
            <translation>
                <numerusform>Von {n} Kopie ist nicht bekannt, ob sie es noch enthält: {folders}.</numerusform>
                <numerusform>Von {n} Kopien ist nicht bekannt, ob sie es noch enthalten: {folders}.</numerusform>
            </translation>
        </message>
        <message>
            <source>{code} has been withdrawn.</source>
            <translation>{code} ist herausgenommen.</translation>
        </message>
        <message numerus="yes">
            <source>{n} export(s) that (holds|hold) the data (is|are) being made again.</source>
            <translation>
                <numerusform>{n} Export, der die Daten enthält, wird neu gemacht.</numerusform>
                <numerusform>{n} Exporte, die die Daten enthalten, werden neu gemacht.</numerusform>
            </translation>
        </message>
        <message>
            <source>Withdraw {code}?</source>
            <translation>{code} herausnehmen?</translation>
        </message>
        <message>
            <source>From now on exports leave out this participant's data, and training does not learn from them. Exports that the study has written before are made again; what was computed before stays as it is. Reason, for the audit:</source>
            <translation>Ab jetzt lassen Exporte die Daten dieser Person weg, und das Training lernt nicht aus ihnen. Exporte, die die Studie früher geschrieben hat, werden neu gemacht; was vorher berechnet wurde, bleibt, wie es ist. Grund, für das Protokoll:</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Herausnehmen</translation>
        </message>
        <message>
            <source>Delete all labels?</source>
            <translation>Alle Kennungen löschen?</translation>
        </message>
        <message>
            <source>From then on, participants are known only by their codes. Pay them first. Reason, for the audit:</source>
            <translation>Danach sind alle nur noch unter einem Code bekannt. Zahlen Sie vorher aus. Grund, für den Nachweis:</translation>
        </message>
        <message>
            <source>Labels and participant lists of all sessions are deleted permanently. Fingerprints stay, by which the study recognises who has taken part before.</source>
            <translation>Kennungen und Teilnehmerlisten aller Sitzungen werden endgültig gelöscht. Fingerabdrücke bleiben, an denen die Studie erkennt, wer schon teilgenommen hat.</translation>
        </message>
        <message>
            <source>Delete the labels</source>
            <translation>Kennungen löschen</translation>
        </message>
        <message>
            <source>Delete all fingerprints?</source>
            <translation>Alle Fingerabdrücke löschen?</translation>
        </message>
        <message>
            <source>By fingerprints the study recognises who has taken part before, also after labels were deleted. Reason, for the audit:</source>
            <translation>An Fingerabdrücken erkennt die Studie, wer schon teilgenommen hat, auch nachdem Kennungen gelöscht wurden. Grund, für das Protokoll:</translation>
        </message>
        <message>
            <source>Fingerprints of all sessions are deleted permanently: nobody is recognised any more as having taken part before. Labels stay.</source>
            <translation>Die Fingerabdrücke aller Sitzungen werden endgültig gelöscht: Von niemandem wird mehr erkannt, dass er oder sie schon teilgenommen hat. Die Kennungen bleiben.</translation>
        </message>
        <message>
            <source>Delete the fingerprints</source>
            <translation>Fingerabdrücke löschen</translation>
        </message>
        <message>
            <source>A session is running; end it first.</source>
            <translation>Eine Sitzung läuft; beenden Sie sie zuerst.</translation>
        </message>
        <message>
            <source>Choose a participant.</source>
            <translation>Wählen Sie eine Person.</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Kennung</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Herausgenommen</translation>
        </message>
        <message>
            <source>Simulated</source>
            <translation>Simuliert</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Labels deleted</source>
            <translation>Kennungen gelöscht</translation>
        </message>
        <message>
            <source>Fingerprints deleted</source>
            <translation>Fingerabdrücke gelöscht</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>set aside</source>
            <translation>beiseitegelegt</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>playing</source>
            <translation>spielt</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>vollständig</translation>
        </message>
        <message>
            <source>ended early</source>
            <translation>vorzeitig beendet</translation>
        </message>
        <message>
            <source>void</source>
            <translation>ungültig</translation>
        </message>
        <message>
            <source>closed, unfilled</source>
            <translation>geschlossen, nicht voll geworden</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>importiert</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Geöffnet</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>Bedingung</translation>
        </message>
        <message>
            <source>Stage 1</source>
            <translation>Abschnitt 1</translation>
        </message>
        <message>
            <source>Stage 2</source>
            <translation>Abschnitt 2</translation>
        </message>
        <message>
            <source>For the study</source>
            <translation>Für die Studie</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Dauer</translation>
        </message>
        <message numerus="yes">
            <source>Exported {n} contribution(s) to {folder}.</source>
            <translation>
                <numerusform>{n} Beitrag nach {folder} exportiert.</numerusform>
                <numerusform>{n} Beiträge nach {folder} exportiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} pilot session(s) (is|are) not included.</source>
            <translation>
                <numerusform>{n} Pilotsitzung ist nicht enthalten.</numerusform>
                <numerusform>{n} Pilotsitzungen sind nicht enthalten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) that (counts|count) (is|are) in the bundle {file}.</source>
            <translation>
                <numerusform>{n} Gruppe, die zählt, ist im Bündel {file}.</numerusform>
                <numerusform>{n} Gruppen, die zählen, sind im Bündel {file}.</numerusform>
            </translation>
        </message>
        <message>
            <source>New in this study: {parts}.</source>
            <translation>Neu in dieser Studie: {parts}.</translation>
        </message>
        <message numerus="yes">
            <source>The check found {n} problem(s) with the study.</source>
            <translation>
                <numerusform>Die Prüfung der Studie ergab {n} Befund.</numerusform>
                <numerusform>Die Prüfung der Studie ergab {n} Befunde.</numerusform>
            </translation>
        </message>
        <message>
            <source>The study is intact: the log replays to the same tables, every contribution occurs once, the coins add up in all of them ({contributions}), and settings, training steps and notes are as HCMD Lab stored them last.</source>
            <translation>Die Studie ist unversehrt: Das Protokoll ergibt dieselben Tabellen, jeder Beitrag kommt einmal vor, die Münzen gehen in allen auf ({contributions}), und Einstellungen, Trainingsschritte und Notizen sind so, wie HCMD Lab sie zuletzt gespeichert hat.</translation>
        </message>
        <message>
            <source>Its mechanisms keep to the study's restrictions in every state.</source>
            <translation>Ihre Mechanismen halten sich in jedem Fall an die Vorgaben der Studie.</translation>
        </message>
        <message>
            <source>The report is written as a web page.</source>
            <translation>Der Bericht ist als Webseite geschrieben.</translation>
        </message>
        <message>
            <source>The report is written as a PDF.</source>
            <translation>Der Bericht ist als PDF geschrieben.</translation>
        </message>
        <message>
            <source>The picture is saved as {file}.</source>
            <translation>Das Bild ist als {file} gespeichert.</translation>
        </message>
        <message>
            <source>It is being cancelled.</source>
            <translation>Es wird abgebrochen.</translation>
        </message>
        <message>
            <source>It was done before it could be cancelled.</source>
            <translation>Es war fertig, bevor es abgebrochen werden konnte.</translation>
        </message>
        <message>
            <source>Cancelled; nothing was written.</source>
            <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>&amp;Open it</source>
            <translation>&amp;Öffnen</translation>
        </message>
        <message>
            <source>Sho&amp;w in folder</source>
            <translation>Im &amp;Ordner zeigen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <source>Training steps</source>
            <translation>Trainingsschritte</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>The data are being exported.</source>
            <translation>Die Daten werden exportiert.</translation>
        </message>
        <message>
            <source>The package is being written.</source>
            <translation>Das Paket wird geschrieben.</translation>
        </message>
        <message>
            <source>Cancelled; exports that were not made again still hold data of whoever has withdrawn.</source>
            <translation>Abgebrochen; Exporte, die nicht neu erstellt wurden, enthalten noch Daten von jemandem, der zurückgetreten ist.</translation>
        </message>
        <message>
            <source>Exports are being made again.</source>
            <translation>Exporte werden neu gemacht.</translation>
        </message>
        <message>
            <source>The study is being checked.</source>
            <translation>Die Studie wird geprüft.</translation>
        </message>
        <message>
            <source>The report is being written.</source>
            <translation>Der Bericht wird geschrieben.</translation>
        </message>
        <message>
            <source>The bundle is being made.</source>
            <translation>Das Bündel wird erstellt.</translation>
        </message>
        <message>
            <source>The bundle is being checked.</source>
            <translation>Das Bündel wird geprüft.</translation>
        </message>
        <message>
            <source>Where to export the data</source>
            <translation>Wohin die Daten exportiert werden</translation>
        </message>
        <message>
            <source>Where to write the package</source>
            <translation>Wohin das Paket geschrieben wird</translation>
        </message>
        <message>
            <source>Where to save the bundle</source>
            <translation>Wohin das Bündel geschrieben wird</translation>
        </message>
        <message>
            <source>The bundle of another lab</source>
            <translation>Das Bündel eines anderen Labors</translation>
        </message>
        <message>
            <source>The study already contains everything in {file}.</source>
            <translation>Die Studie enthält schon alles aus {file}.</translation>
        </message>
        <message>
            <source>Merge {file}?</source>
            <translation>{file} zusammenführen?</translation>
        </message>
        <message>
            <source>They cannot be removed again.</source>
            <translation>Das lässt sich nicht wieder herausnehmen.</translation>
        </message>
        <message>
            <source>&amp;Merge</source>
            <translation>&amp;Zusammenführen</translation>
        </message>
        <message>
            <source>A session or training is running; merge the bundle when it has ended.</source>
            <translation>Eine Sitzung oder ein Training läuft; führen Sie das Bündel zusammen, wenn das zu Ende ist.</translation>
        </message>
        <message>
            <source>The bundle is being merged.</source>
            <translation>Das Bündel wird zusammengeführt.</translation>
        </message>
        <message>
            <source>The picture is being saved.</source>
            <translation>Das Bild wird gespeichert.</translation>
        </message>
        <message>
            <source>The picture is in the clipboard.</source>
            <translation>Das Bild ist in der Zwischenablage.</translation>
        </message>
        <message>
            <source>A session is running; import the groups when it has ended.</source>
            <translation>Eine Sitzung läuft; importieren Sie die Gruppen, wenn sie zu Ende ist.</translation>
        </message>
        <message numerus="yes">
            <source>Imported {n} group(s).</source>
            <translation>
                <numerusform>{n} Gruppe importiert.</numerusform>
                <numerusform>{n} Gruppen importiert.</numerusform>
            </translation>
        </message>
        <message>
            <source>The groups are being stored.</source>
            <translation>Die Gruppen werden gespeichert.</translation>
        </message>
        <message>
            <source>The study could not be read.</source>
            <translation>Die Studie konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <source>The study is being read.</source>
            <translation>Die Studie wird gelesen.</translation>
        </message>
        <message>
            <source>No study is open. Open one, or make a new one, under Study.</source>
            <translation>Keine Studie ist geöffnet. Öffnen Sie eine unter „Studie“ oder legen Sie dort eine neue an.</translation>
        </message>
        <message>
            <source>Open a study first.</source>
            <translation>Öffnen Sie zuerst eine Studie.</translation>
        </message>
        <message>
            <source>Study bundles</source>
            <translation>Bündel von Studien</translation>
        </message>
        <message>
            <source>The windows are being opened.</source>
            <translation>Die Fenster werden geöffnet.</translation>
        </message>
        <message>
            <source>&amp;Follow</source>
            <translation>&amp;Folgen</translation>
        </message>
        <message>
            <source>Show the panel where something is happening.</source>
            <translation>Zeigt den Bereich, in dem gerade etwas geschieht.</translation>
        </message>
        <message>
            <source>P&amp;ause</source>
            <translation>P&amp;ause</translation>
        </message>
        <message>
            <source>&amp;Play a seat</source>
            <translation>Selbst s&amp;pielen</translation>
        </message>
        <message>
            <source>&amp;Watch the whole study</source>
            <translation>Die ganze Studie an&amp;sehen</translation>
        </message>
        <message>
            <source>&amp;Make a study…</source>
            <translation>Eine Studie an&amp;legen…</translation>
        </message>
        <message>
            <source>Demo</source>
            <translation>Demo</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>The session could not be opened; start the demo again.</source>
            <translation>Die Sitzung konnte nicht eröffnet werden; starten Sie die Demo noch einmal.</translation>
        </message>
        <message>
            <source>The session’s host has been stopped in mid-game. The kiosks wait for it; the session is on the disk.</source>
            <translation>Der Host der Sitzung wurde mitten im Spiel beendet. Die Kioske warten auf ihn; die Sitzung liegt auf der Festplatte.</translation>
        </message>
        <message>
            <source>Live plots: every round appears as it is paid, a dot on the map of the mechanism. Take over a seat to play yourself.</source>
            <translation>Live-Grafiken: Jede Runde erscheint, sobald sie ausgezahlt ist, als Punkt auf der Karte des Mechanismus. Übernehmen Sie einen Sitz, um selbst zu spielen.</translation>
        </message>
        <message>
            <source>The demo has been paused.</source>
            <translation>Die Demo wurde angehalten.</translation>
        </message>
        <message>
            <source>The demo has ended, as another study was opened.</source>
            <translation>Die Demo ist zu Ende, weil eine andere Studie geöffnet wurde.</translation>
        </message>
        <message>
            <source>A kiosk has ended: {reason}</source>
            <translation>Ein Kiosk wurde beendet: {reason}</translation>
        </message>
        <message>
            <source>Simulated participants play in groups of {seats}: in each round everyone decides how many coins go into a common fund, which the mechanism divides.</source>
            <translation>Simulierte Teilnehmende spielen in Gruppen von {seats}: In jeder Runde entscheiden alle, wie viele Münzen in einen gemeinsamen Fonds gehen, den der Mechanismus aufteilt.</translation>
        </message>
        <message>
            <source>EVALUATE: new simulated participants meet two mechanisms and vote for one of them.</source>
            <translation>EVALUATE: Neue simulierte Teilnehmende erleben zwei Mechanismen und stimmen für einen davon.</translation>
        </message>
        <message numerus="yes">
            <source>Play at the kiosk “{station}” with {n} simulated participant(s). This is a pilot: it does not count for the study.</source>
            <translation>
                <numerusform>Spielen Sie am Kiosk „{station}“ mit {n} simulierten Person. Das ist ein Probelauf: Er zählt nicht für die Studie.</numerusform>
                <numerusform>Spielen Sie am Kiosk „{station}“ mit {n} simulierten Personen. Das ist ein Probelauf: Er zählt nicht für die Studie.</numerusform>
            </translation>
        </message>
        <message>
            <source>The study begins with its first mechanism.</source>
            <translation>Die Studie beginnt mit ihrem ersten Mechanismus.</translation>
        </message>
        <message>
            <source>MODEL: from these games the computer learns how the participants contribute and vote.</source>
            <translation>MODEL: Aus diesen Spielen lernt der Computer, wie die Teilnehmenden beitragen und abstimmen.</translation>
        </message>
        <message>
            <source>OPTIMIZE: the mechanism learns to win the votes of modelled participants. The maps show whom it gives the fund.</source>
            <translation>OPTIMIZE: Der Mechanismus lernt, die Stimmen modellierter Teilnehmender zu gewinnen. Die Karten zeigen, wem er den Fonds gibt.</translation>
        </message>
        <message>
            <source>CONVERGENCE: would the new mechanism win against the earlier ones?</source>
            <translation>CONVERGENCE: Würde der neue Mechanismus gegen die früheren gewinnen?</translation>
        </message>
        <message>
            <source>EVALUATE: the votes are counted.</source>
            <translation>EVALUATE: Die Stimmen werden ausgezählt.</translation>
        </message>
        <message>
            <source>The host is back: it has read the session from the disk. {kept} of {made} are there, and everyone plays on.</source>
            <translation>Der Host ist wieder da: Er hat die Sitzung von der Festplatte gelesen. {kept} von {made} sind da, und alle spielen weiter.</translation>
        </message>
        <message>
            <source>What was running has ended.</source>
            <translation>Was lief, ist beendet.</translation>
        </message>
        <message>
            <source>A session is running. Its stations will lose their connection and wait on their last screen. Nothing is lost: open this study again and resume the session, and everyone continues where they were.</source>
            <translation>Eine Sitzung läuft. Ihre Plätze verlieren die Verbindung und warten auf ihrem letzten Bildschirm. Nichts geht verloren: Öffnen Sie diese Studie wieder und setzen Sie die Sitzung fort, dann machen alle dort weiter, wo sie waren.</translation>
        </message>
        <message>
            <source>{step} is being cancelled.</source>
            <translation>{step} wird abgebrochen.</translation>
        </message>
        <message>
            <source>{step} is running, and is stopped.</source>
            <translation>{step} läuft und wird angehalten.</translation>
        </message>
        <message>
            <source>The result of {step} could not be stored and is lost.</source>
            <translation>Das Ergebnis von {step} konnte nicht gespeichert werden und geht verloren.</translation>
        </message>
        <message>
            <source>It is cancelled unless it is done by then.</source>
            <translation>Das wird abgebrochen, wenn es bis dahin nicht fertig ist.</translation>
        </message>
        <message>
            <source>No study is open; open one or make a new one first.</source>
            <translation>Es ist keine Studie offen; öffnen Sie zuerst eine oder legen Sie eine neue an.</translation>
        </message>
        <message>
            <source>A study is being restored; wait until it is open again.</source>
            <translation>Eine Studie wird wiederhergestellt; warten Sie, bis sie wieder offen ist.</translation>
        </message>
        <message>
            <source>A session is running; end it before you open another study.</source>
            <translation>Es läuft eine Sitzung; beenden Sie sie, bevor eine andere Studie geöffnet wird.</translation>
        </message>
        <message>
            <source>Training is running; pause it before you open another study.</source>
            <translation>Das Training läuft; halten Sie es an, bevor eine andere Studie geöffnet wird.</translation>
        </message>
        <message>
            <source>The result of a training step is not stored yet; store it, or cancel the step, before you open another study.</source>
            <translation>Das Ergebnis eines Trainingsschritts ist noch nicht gespeichert; speichern Sie es, oder brechen Sie den Schritt ab, bevor Sie eine andere Studie öffnen.</translation>
        </message>
        <message>
            <source>Groups are being imported; wait until they are stored.</source>
            <translation>Gruppen werden importiert; warten Sie, bis sie gespeichert sind.</translation>
        </message>
        <message>
            <source>A session is already running; end it first.</source>
            <translation>Es läuft schon eine Sitzung; beenden Sie sie zuerst.</translation>
        </message>
        <message>
            <source>A session or training is running; end it before going back.</source>
            <translation>Eine Sitzung oder ein Training läuft; beenden Sie es, bevor Sie zurückgehen.</translation>
        </message>
        <message>
            <source>Duplicate the study</source>
            <translation>Studie duplizieren</translation>
        </message>
        <message>
            <source>{name} (copy)</source>
            <translation>{name} (Kopie)</translation>
        </message>
        <message>
            <source>&amp;Settings</source>
            <translation>&amp;Einstellungen</translation>
        </message>
        <message>
            <source>The study’s own &amp;texts</source>
            <translation>Die eigenen &amp;Texte der Studie</translation>
        </message>
        <message>
            <source>The study uses the texts that come with the program.</source>
            <translation>Die Studie nutzt die Texte, die mit dem Programm kommen.</translation>
        </message>
        <message>
            <source>&amp;Name of the study</source>
            <translation>&amp;Name der Studie</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>Sessions, data and results are not taken over. Take over:</source>
            <translation>Sitzungen, Daten und Ergebnisse werden nicht übernommen. Übernehmen:</translation>
        </message>
        <message>
            <source>&amp;Duplicate</source>
            <translation>&amp;Duplizieren</translation>
        </message>
        <message>
            <source>Give the new study a name.</source>
            <translation>Geben Sie der neuen Studie einen Namen.</translation>
        </message>
        <message>
            <source>This needs your attention</source>
            <translation>Das braucht Ihre Aufmerksamkeit</translation>
        </message>
        <message>
            <source>&amp;OK</source>
            <translation>&amp;OK</translation>
        </message>
        <message>
            <source>This is a fault in the program, not your mistake</source>
            <translation>Das ist ein Fehler des Programms, nicht Ihrer</translation>
        </message>
        <message>
            <source>Details of the fault</source>
            <translation>Details des Fehlers</translation>
        </message>
        <message>
            <source>C&amp;ontinue</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>&amp;Copy details</source>
            <translation>Details &amp;kopieren</translation>
        </message>
        <message>
            <source>Close the &amp;program</source>
            <translation>&amp;Programm beenden</translation>
        </message>
        <message>
            <source>Nothing saved is lost. You can continue; if the program behaves strangely afterwards, close it and start it again: sessions continue where they stopped, training with what it has saved.</source>
            <translation>Nichts Gesichertes geht verloren. Sie können weiterarbeiten; wenn sich das Programm danach seltsam verhält, schließen und starten Sie es neu: Sitzungen gehen dort weiter, wo sie stehen geblieben sind, das Training mit dem, was es gesichert hat.</translation>
        </message>
        <message numerus="yes">
            <source>{n} fault(s) so far; the first is shown.</source>
            <translation>
                <numerusform>{n} Fehler bisher; der erste wird gezeigt.</numerusform>
                <numerusform>{n} Fehler bisher; der erste wird gezeigt.</numerusform>
            </translation>
        </message>
        <message>
            <source>The crash log could not be written.</source>
            <translation>Das Absturzprotokoll konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>Also written to {file}</source>
            <translation>Auch geschrieben nach {file}</translation>
        </message>
        <message>
            <source>Before people meet a mechanism</source>
            <translation>Bevor Menschen einem Mechanismus begegnen</translation>
        </message>
        <message>
            <source>&amp;Look ahead</source>
            <translation>&amp;Vorausschauen</translation>
        </message>
        <message>
            <source>Pass over…</source>
            <translation>Hinweggehen…</translation>
        </message>
        <message>
            <source>Pass over: {finding}</source>
            <translation>Hinweggehen über: {finding}</translation>
        </message>
        <message>
            <source>Go on nevertheless</source>
            <translation>Trotzdem fortfahren</translation>
        </message>
        <message>
            <source>Why may people meet this mechanism although it goes past a limit of the study? The reason is kept with the study and stands in its report.</source>
            <translation>Warum dürfen Menschen diesem Mechanismus begegnen, obwohl er eine Grenze der Studie überschreitet? Die Begründung bleibt bei der Studie und steht in ihrem Bericht.</translation>
        </message>
        <message>
            <source>&amp;Go on nevertheless</source>
            <translation>&amp;Trotzdem fortfahren</translation>
        </message>
        <message>
            <source>The models play the mechanism; this takes some seconds.</source>
            <translation>Die Modelle spielen den Mechanismus; das dauert einige Sekunden.</translation>
        </message>
        <message>
            <source>This computer slept for {duration}. The session’s clock stood meanwhile, and no time was taken from anyone.</source>
            <translation>Dieser Rechner hat {duration} lang geschlafen. Die Uhr der Sitzung stand währenddessen, und niemandem ging Zeit verloren.</translation>
        </message>
        <message>
            <source>This computer announces a shutdown or log-off. The session is on the disk: resume it after the next start.</source>
            <translation>Dieser Rechner kündigt Herunterfahren oder Abmelden an. Die Sitzung ist gespeichert: Setzen Sie sie nach dem nächsten Start fort.</translation>
        </message>
        <message>
            <source>The shutdown was called off; the session goes on.</source>
            <translation>Das Herunterfahren wurde abgebrochen; die Sitzung geht weiter.</translation>
        </message>
        <message>
            <source>The screen of this computer was locked or another user was in front; the session has gone on. See its log.</source>
            <translation>Der Bildschirm dieses Rechners war gesperrt, oder ein anderer Benutzer war vorn; die Sitzung ist weitergegangen. Siehe ihr Protokoll.</translation>
        </message>
        <message>
            <source>{name}, in every stage</source>
            <translation>{name}, in jedem Abschnitt</translation>
        </message>
        <message>
            <source>{name}, stage 1 or 2 by group</source>
            <translation>{name}, Abschnitt 1 oder 2 je nach Gruppe</translation>
        </message>
        <message>
            <source>{name}, stage 1</source>
            <translation>{name}, Abschnitt 1</translation>
        </message>
        <message>
            <source>{name}, stage 2</source>
            <translation>{name}, Abschnitt 2</translation>
        </message>
        <message>
            <source>The mechanism is hidden while participants can see this screen.</source>
            <translation>Der Mechanismus ist verborgen, solange Teilnehmende diesen Bildschirm sehen können.</translation>
        </message>
        <message>
            <source>Each mark is one round of a group; the large marks are the newest.</source>
            <translation>Jede Marke ist eine Runde einer Gruppe; die großen Marken sind die neuesten.</translation>
        </message>
        <message>
            <source>Point at a map, or use the arrow keys, to read it.</source>
            <translation>Zeigen Sie auf eine Karte oder nutzen Sie die Pfeiltasten, um sie abzulesen.</translation>
        </message>
        <message>
            <source>{condition}, groups: {groups}</source>
            <translation>{condition}, Gruppen: {groups}</translation>
        </message>
        <message>
            <source>Key: head round marks, tails square marks</source>
            <translation>Legende: Kopf runde, Übrige eckige Punkte</translation>
        </message>
        <message>
            <source>Key: round marks, the mean of everyone</source>
            <translation>Legende: runde Marken, das Mittel aller</translation>
        </message>
        <message>
            <source>each participant</source>
            <translation>einzelne Teilnehmende</translation>
        </message>
        <message>
            <source>Everyone, mean</source>
            <translation>Alle, Mittel</translation>
        </message>
        <message>
            <source>each tail</source>
            <translation>je Übriger</translation>
        </message>
        <message>
            <source>Tails, mean</source>
            <translation>Übrige, Mittel</translation>
        </message>
        <message>
            <source>Share given</source>
            <translation>Gegebener Anteil</translation>
        </message>
        <message>
            <source>Contribution (coins)</source>
            <translation>Beitrag (Münzen)</translation>
        </message>
        <message>
            <source>Reward (coins)</source>
            <translation>Verdienst (Münzen)</translation>
        </message>
        <message>
            <source>Stage {stage}, round {round}: everyone earned {everyone} on average</source>
            <translation>Abschnitt {stage}, Runde {round}: Alle verdienten im Mittel {everyone}</translation>
        </message>
        <message>
            <source>Stage {stage}, round {round}: everyone gave {everyone} on average</source>
            <translation>Abschnitt {stage}, Runde {round}: Alle gaben im Mittel {everyone}</translation>
        </message>
        <message>
            <source>Stage {stage}, round {round}: the head earned {head}, the tails {tail} on average</source>
            <translation>Abschnitt {stage}, Runde {round}: Der Kopf verdiente {head}, die Übrigen im Mittel {tail}</translation>
        </message>
        <message>
            <source>Stage {stage}, round {round}: the head gave {head}, the tails {tail} on average</source>
            <translation>Abschnitt {stage}, Runde {round}: Der Kopf gab {head}, die Übrigen im Mittel {tail}</translation>
        </message>
        <message>
            <source>Share of the endowment</source>
            <translation>Anteil der Ausstattung</translation>
        </message>
        <message>
            <source>Coins</source>
            <translation>Münzen</translation>
        </message>
        <message>
            <source>Unit of the contributions</source>
            <translation>Einheit der Beiträge</translation>
        </message>
        <message>
            <source>Contributions by round</source>
            <translation>Beiträge nach Runde</translation>
        </message>
        <message>
            <source>Rewards by round</source>
            <translation>Verdienst nach Runde</translation>
        </message>
        <message>
            <source>Coins earned per round</source>
            <translation>Verdiente Münzen pro Runde</translation>
        </message>
        <message>
            <source>No round has been paid yet.</source>
            <translation>Noch keine Runde ist ausgezahlt.</translation>
        </message>
        <message>
            <source>This session is blind: its rounds are not drawn.</source>
            <translation>Diese Sitzung ist verblindet: Ihre Runden werden nicht gezeichnet.</translation>
        </message>
        <message>
            <source>Sho&amp;w</source>
            <translation>An&amp;zeigen</translation>
        </message>
        <message>
            <source>Hide the &amp;mechanism</source>
            <translation>&amp;Mechanismus verbergen</translation>
        </message>
        <message>
            <source>While participants can see this screen: hides everything that shows what the mechanism does.</source>
            <translation>Solange Teilnehmende diesen Bildschirm sehen können: Dann verrät nichts, was der Mechanismus tut.</translation>
        </message>
        <message>
            <source>Live plots</source>
            <translation>Live-Grafiken</translation>
        </message>
        <message>
            <source>The plots are being prepared</source>
            <translation>Die Grafiken werden vorbereitet</translation>
        </message>
        <message>
            <source>No session is open</source>
            <translation>Keine Sitzung ist offen</translation>
        </message>
        <message>
            <source>Open or continue one under Session. Each round then appears here as soon as it is paid: what was contributed, what was earned, and where it lies on the map of the mechanism.</source>
            <translation>Öffnen Sie eine unter „Sitzung“, oder setzen Sie dort eine fort. Jede ausgezahlte Runde erscheint dann sofort hier: was in den Fonds kam, was verdient wurde und wo sie auf der Karte des Mechanismus lag.</translation>
        </message>
        <message>
            <source>Group {number} (void)</source>
            <translation>Gruppe {number} (ungültig)</translation>
        </message>
        <message>
            <source>Group {number}</source>
            <translation>Gruppe {number}</translation>
        </message>
        <message>
            <source>{study} was not opened; its disk did not answer.</source>
            <translation>{study} wurde nicht geöffnet; der Datenträger hat nicht geantwortet.</translation>
        </message>
        <message>
            <source>This copy of the program came without the manual. Its pages are the folder docs of the program's sources, where make manual builds them.</source>
            <translation>Diese Kopie des Programms kam ohne das Handbuch. Seine Seiten sind der Ordner docs der Quellen des Programms; make manual baut sie dort.</translation>
        </message>
        <message>
            <source>Contrasts: what EVALUATE compares</source>
            <translation>Vergleiche: was EVALUATE gegenüberstellt</translation>
        </message>
        <message>
            <source>Mechanism whose votes are counted</source>
            <translation>Mechanismus, dessen Stimmen gezählt werden</translation>
        </message>
        <message>
            <source>Mechanism that it is compared with</source>
            <translation>Mechanismus, mit dem er verglichen wird</translation>
        </message>
        <message>
            <source>Groups of the contrast</source>
            <translation>Gruppen des Vergleichs</translation>
        </message>
        <message>
            <source>&amp;Plan the contrast</source>
            <translation>Vergleich &amp;planen</translation>
        </message>
        <message>
            <source>&amp;Drop it…</source>
            <translation>&amp;Verwerfen…</translation>
        </message>
        <message>
            <source>More &amp;groups…</source>
            <translation>Weitere &amp;Gruppen…</translation>
        </message>
        <message>
            <source>groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>Contrast {number} is planned: {contrast}.</source>
            <translation>Vergleich {number} ist geplant: {contrast}.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>{played} of {target}</source>
            <translation>{played} von {target}</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Choose a contrast.</source>
            <translation>Wählen Sie einen Vergleich.</translation>
        </message>
        <message>
            <source>Groups have met its mechanisms; it stays in the plan.</source>
            <translation>Gruppen haben seine Mechanismen erlebt; er bleibt im Plan.</translation>
        </message>
        <message>
            <source>The votes have decided this contrast.</source>
            <translation>Die Stimmen haben diesen Vergleich entschieden.</translation>
        </message>
        <message>
            <source>No group has played it. It can be planned again.</source>
            <translation>Keine Gruppe hat ihn gespielt. Er kann wieder geplant werden.</translation>
        </message>
        <message>
            <source>Drop the contrast {contrast}?</source>
            <translation>Den Vergleich {contrast} verwerfen?</translation>
        </message>
        <message>
            <source>&amp;Drop it</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <source>The contrast {contrast} was dropped.</source>
            <translation>Der Vergleich {contrast} wurde verworfen.</translation>
        </message>
        <message>
            <source>More groups</source>
            <translation>Weitere Gruppen</translation>
        </message>
        <message>
            <source>How many more groups are to play {contrast}? Planned are {target}; what is added is logged.</source>
            <translation>Wie viele weitere Gruppen sollen {contrast} spielen? Geplant sind {target}; was hinzukommt, wird protokolliert.</translation>
        </message>
        <message>
            <source>&amp;Add them</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <source>{contrast}: {target} groups are planned now.</source>
            <translation>{contrast}: Geplant sind jetzt {target} Gruppen.</translation>
        </message>
        <message>
            <source>Each group meets the two mechanisms of one contrast. Endowments are balanced within each contrast, orders within each endowment, and sessions play the contrasts that need groups in turn.</source>
            <translation>Jede Gruppe begegnet den beiden Mechanismen eines Vergleichs. Ausstattungen sind innerhalb jedes Vergleichs ausgewogen, Reihenfolgen innerhalb jeder Ausstattung; Sitzungen spielen die Vergleiche, denen Gruppen fehlen, reihum.</translation>
        </message>
        <message>
            <source>EVALUATE compares the newest mechanism with {baseline}, as the settings say. A contrast that you plan takes its place, unless groups have played it.</source>
            <translation>EVALUATE vergleicht den neuesten Mechanismus mit {baseline}, wie es die Einstellungen sagen. Ein Vergleich, den Sie planen, tritt an dessen Stelle, es sei denn, Gruppen haben ihn schon gespielt.</translation>
        </message>
        <message>
            <source>The plan is registered: what changes here is listed as a departure from it.</source>
            <translation>Der Plan ist registriert: Was sich hier ändert, wird als Abweichung von ihm aufgeführt.</translation>
        </message>
        <message>
            <source>A member of the family</source>
            <translation>Ein Mitglied der Familie</translation>
        </message>
        <message>
            <source>Begin with</source>
            <translation>Beginn wie</translation>
        </message>
        <message>
            <source>Weight of a seat’s own contribution</source>
            <translation>Gewicht des eigenen Beitrags</translation>
        </message>
        <message>
            <source>Weight of the relative form</source>
            <translation>Gewicht der relativen Form</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Each share of the fund follows a weighted mean of what the seat itself contributed and what the others did on average. The relative form counts contributions as parts of the endowment.</source>
            <translation>Jeder Anteil am Fonds folgt einem gewichteten Mittel aus dem eigenen Beitrag und dem mittleren der anderen. Die relative Form zählt Beiträge als Teil der Ausstattung.</translation>
        </message>
        <message>
            <source>&amp;Add it</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliothek</translation>
        </message>
        <message>
            <source>Mechanisms</source>
            <translation>Mechanismen</translation>
        </message>
        <message>
            <source>Fa&amp;mily member…</source>
            <translation>&amp;Familienmitglied…</translation>
        </message>
        <message>
            <source>Readable &amp;rule</source>
            <translation>Lesbare &amp;Regel</translation>
        </message>
        <message>
            <source>&amp;Import a table…</source>
            <translation>Tabelle &amp;importieren…</translation>
        </message>
        <message>
            <source>&amp;Another study’s…</source>
            <translation>Aus anderer St&amp;udie…</translation>
        </message>
        <message>
            <source>Re&amp;name…</source>
            <translation>Umbe&amp;nennen…</translation>
        </message>
        <message>
            <source>R&amp;emove…</source>
            <translation>&amp;Entfernen…</translation>
        </message>
        <message>
            <source>Choose a mechanism.</source>
            <translation>Wählen Sie einen Mechanismus.</translation>
        </message>
        <message>
            <source>Adds the rule that describes the chosen mechanism best, as a table.</source>
            <translation>Nimmt die Regel, die den gewählten Mechanismus am besten beschreibt, als Tabelle auf.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <source>&amp;Before people meet it…</source>
            <translation>&amp;Bevor Menschen ihm begegnen…</translation>
        </message>
        <message>
            <source>E&amp;xplain…</source>
            <translation>Er&amp;klären…</translation>
        </message>
        <message>
            <source>Save as tab&amp;le…</source>
            <translation>Als Tabe&amp;lle speichern…</translation>
        </message>
        <message>
            <source>Added by {user} on {when}.</source>
            <translation>Aufgenommen von {user} am {when}.</translation>
        </message>
        <message>
            <source>Table {hash}…</source>
            <translation>Tabelle {hash}…</translation>
        </message>
        <message>
            <source>Another study’s mechanism</source>
            <translation>Mechanismus einer anderen Studie</translation>
        </message>
        <message>
            <source>&amp;Folder of a study…</source>
            <translation>&amp;Ordner einer Studie…</translation>
        </message>
        <message>
            <source>&amp;Bundle…</source>
            <translation>&amp;Bündel…</translation>
        </message>
        <message>
            <source>Choose a study’s folder, or a bundle that a lab has sent.</source>
            <translation>Wählen Sie den Ordner einer Studie oder ein Bündel, das ein Labor gesendet hat.</translation>
        </message>
        <message>
            <source>Name in this study</source>
            <translation>Name in dieser Studie</translation>
        </message>
        <message>
            <source>Name in this study; by default from where it is</source>
            <translation>Name in dieser Studie; ohne Angabe sagt er die Herkunft</translation>
        </message>
        <message>
            <source>{study} is being read.</source>
            <translation>{study} wird gelesen.</translation>
        </message>
        <message>
            <source>{study} has no mechanism.</source>
            <translation>{study} hat keinen Mechanismus.</translation>
        </message>
        <message>
            <source>The folder of the other study</source>
            <translation>Der Ordner der anderen Studie</translation>
        </message>
        <message>
            <source>Cancelled; nothing was added.</source>
            <translation>Abgebrochen; nichts wurde aufgenommen.</translation>
        </message>
        <message>
            <source>{file} is being read.</source>
            <translation>{file} wird gelesen.</translation>
        </message>
        <message>
            <source>The rule of {mechanism} is being read.</source>
            <translation>Die Regel von {mechanism} wird bestimmt.</translation>
        </message>
        <message>
            <source>The mechanism is being made.</source>
            <translation>Der Mechanismus wird berechnet.</translation>
        </message>
        <message>
            <source>A mechanism as a table</source>
            <translation>Ein Mechanismus als Tabelle</translation>
        </message>
        <message>
            <source>Name the mechanism</source>
            <translation>Den Mechanismus benennen</translation>
        </message>
        <message>
            <source>Its name in tables, plans and results. Participants never see it.</source>
            <translation>Sein Name in Tabellen, Plänen und Ergebnissen. Teilnehmende sehen ihn nie.</translation>
        </message>
        <message>
            <source>&amp;Name it so</source>
            <translation>So be&amp;nennen</translation>
        </message>
        <message>
            <source>The mechanism is called {name} now.</source>
            <translation>Der Mechanismus heißt jetzt {name}.</translation>
        </message>
        <message>
            <source>Nobody has met it and no contrast is planned with it.</source>
            <translation>Niemand ist ihm begegnet, und kein Vergleich ist mit ihm geplant.</translation>
        </message>
        <message>
            <source>Remove {mechanism}?</source>
            <translation>{mechanism} entfernen?</translation>
        </message>
        <message>
            <source>&amp;Remove it</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>{mechanism} was removed.</source>
            <translation>{mechanism} wurde entfernt.</translation>
        </message>
        <message>
            <source>Where to save the table</source>
            <translation>Wohin die Tabelle gespeichert wird</translation>
        </message>
        <message>
            <source>{rows} contribution profiles are in {file}.</source>
            <translation>{rows} Beitragsprofile stehen in {file}.</translation>
        </message>
        <message>
            <source>The table is being written.</source>
            <translation>Die Tabelle wird geschrieben.</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>Tabellen</translation>
        </message>
        <message>
            <source>No study has been open yet.</source>
            <translation>Es war noch keine Studie geöffnet.</translation>
        </message>
        <message>
            <source>A training step is running.</source>
            <translation>Ein Trainingsschritt läuft.</translation>
        </message>
        <message>
            <source>No training step is possible now.</source>
            <translation>Jetzt ist kein Trainingsschritt möglich.</translation>
        </message>
        <message>
            <source>No training step is running.</source>
            <translation>Es läuft kein Trainingsschritt.</translation>
        </message>
        <message>
            <source>&amp;New study…</source>
            <translation>&amp;Neue Studie…</translation>
        </message>
        <message>
            <source>New study &amp;from a bundle…</source>
            <translation>Neue Studie &amp;aus einem Bündel…</translation>
        </message>
        <message>
            <source>&amp;Open study…</source>
            <translation>Studie ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Bac&amp;kups…</source>
            <translation>Si&amp;cherungen…</translation>
        </message>
        <message>
            <source>&amp;Close study</source>
            <translation>Studie &amp;schließen</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Session</source>
            <translation>&amp;Sitzung</translation>
        </message>
        <message>
            <source>Open or &amp;resume a session…</source>
            <translation>Sitzung öffnen oder &amp;fortsetzen…</translation>
        </message>
        <message>
            <source>Watch it in &amp;live plots</source>
            <translation>In &amp;Live-Grafiken verfolgen</translation>
        </message>
        <message>
            <source>&amp;Update stations…</source>
            <translation>Plätze &amp;aktualisieren…</translation>
        </message>
        <message>
            <source>&amp;Sound when somebody waits for you</source>
            <translation>&amp;Ton, wenn jemand auf Sie wartet</translation>
        </message>
        <message>
            <source>&amp;Training</source>
            <translation>&amp;Training</translation>
        </message>
        <message>
            <source>&amp;Pause training</source>
            <translation>Training &amp;anhalten</translation>
        </message>
        <message>
            <source>Go &amp;back to a step…</source>
            <translation>Zu einem Schritt &amp;zurückgehen…</translation>
        </message>
        <message>
            <source>Show p&amp;rogress and results</source>
            <translation>&amp;Verlauf und Ergebnisse zeigen</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>As the &amp;system has it</source>
            <translation>Wie im &amp;System</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Farbschema</translation>
        </message>
        <message>
            <source>L&amp;anguage</source>
            <translation>S&amp;prache</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Documentation</source>
            <translation>&amp;Dokumentation</translation>
        </message>
        <message>
            <source>Show the &amp;log folder</source>
            <translation>&amp;Protokollordner zeigen</translation>
        </message>
        <message>
            <source>Save a &amp;support file…</source>
            <translation>Datei für den &amp;Beistand speichern…</translation>
        </message>
        <message>
            <source>A&amp;bout HCMD Lab</source>
            <translation>&amp;Über HCMD Lab</translation>
        </message>
        <message>
            <source>&amp;Start the next step</source>
            <translation>Nächsten Schritt &amp;starten</translation>
        </message>
        <message>
            <source>&amp;Start {step}</source>
            <translation>{step} &amp;starten</translation>
        </message>
        <message>
            <source>&amp;Start {step} over</source>
            <translation>{step} neu &amp;starten</translation>
        </message>
        <message>
            <source>&amp;Continue {step}</source>
            <translation>{step} &amp;fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Store the result</source>
            <translation>Ergebnis &amp;speichern</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <source>New study</source>
            <translation>Neue Studie</translation>
        </message>
        <message>
            <source>The study</source>
            <translation>Die Studie</translation>
        </message>
        <message>
            <source>Folder of the study</source>
            <translation>Ordner der Studie</translation>
        </message>
        <message>
            <source>All settings</source>
            <translation>Alle Einstellungen</translation>
        </message>
        <message>
            <source>&amp;Create the study</source>
            <translation>Studie an&amp;legen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>How many &amp;groups?…</source>
            <translation>Wie viele &amp;Gruppen?…</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>the preset “{preset}”</source>
            <translation>der Vorlage „{preset}“</translation>
        </message>
        <message>
            <source>An empty folder for the study</source>
            <translation>Ein leerer Ordner für die Studie</translation>
        </message>
        <message>
            <source>One of the settings is not valid; it is marked.</source>
            <translation>Eine der Einstellungen ist nicht gültig; sie ist markiert.</translation>
        </message>
        <message>
            <source>A pilot session is running</source>
            <translation>Eine Pilotsitzung läuft</translation>
        </message>
        <message>
            <source>A session is running</source>
            <translation>Eine Sitzung läuft</translation>
        </message>
        <message>
            <source>&amp;Do not open it</source>
            <translation>&amp;Nicht öffnen</translation>
        </message>
        <message>
            <source>Opening {study}…</source>
            <translation>{study} wird geöffnet…</translation>
        </message>
        <message>
            <source>Its disk does not answer yet: {folder}</source>
            <translation>Ihr Datenträger antwortet noch nicht: {folder}</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>PDF for print (*.pdf);;SVG to edit (*.svg);;PNG for slides (*.png)</source>
            <translation>PDF zum Drucken (*.pdf);;SVG zum Bearbeiten (*.svg);;PNG für Folien (*.png)</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>Bild speichern</translation>
        </message>
        <message>
            <source>&amp;Save picture…</source>
            <translation>Bild &amp;speichern…</translation>
        </message>
        <message>
            <source>The picture has been saved in {path}.</source>
            <translation>Das Bild wurde in {path} gespeichert.</translation>
        </message>
        <message>
            <source>PILOT</source>
            <translation>PILOT</translation>
        </message>
        <message>
            <source>Nothing played now counts for the study.</source>
            <translation>Nichts, was jetzt gespielt wird, zählt für die Studie.</translation>
        </message>
        <message>
            <source>“{text}”</source>
            <translation>„{text}“</translation>
        </message>
        <message>
            <source>Replace {file}?</source>
            <translation>{file} ersetzen?</translation>
        </message>
        <message>
            <source>{file} is there already. What it holds is replaced.</source>
            <translation>{file} ist bereits da. Was darin steht, wird ersetzt.</translation>
        </message>
        <message>
            <source>&amp;Replace</source>
            <translation>&amp;Ersetzen</translation>
        </message>
        <message>
            <source>Turn someone away</source>
            <translation>Jemanden abweisen</translation>
        </message>
        <message>
            <source>Label of the participant, who is paid the show-up fee, if there is one:</source>
            <translation>Kennung der Person, die den Betrag fürs Kommen erhält, falls es einen gibt:</translation>
        </message>
        <message>
            <source>Turn away</source>
            <translation>Abweisen</translation>
        </message>
        <message>
            <source>{label} is in this session already, and in its payments.</source>
            <translation>{label} ist schon in dieser Sitzung und in ihren Auszahlungen.</translation>
        </message>
        <message>
            <source>every seat is taken</source>
            <translation>alle Sitze sind besetzt</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Modus</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>Ablauf</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <source>Kiosks</source>
            <translation>Kioske</translation>
        </message>
        <message>
            <source>&amp;Open session</source>
            <translation>Sitzung &amp;eröffnen</translation>
        </message>
        <message>
            <source>A session as last time</source>
            <translation>Eine Sitzung wie zuletzt</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <source>Change: {topic}</source>
            <translation>Ändern: {topic}</translation>
        </message>
        <message>
            <source>Done: {topic}</source>
            <translation>Fertig: {topic}</translation>
        </message>
        <message>
            <source>all networks</source>
            <translation>alle Netze</translation>
        </message>
        <message>
            <source>any free port</source>
            <translation>beliebiger freier Port</translation>
        </message>
        <message>
            <source>{network}, port {port}</source>
            <translation>{network}, Port {port}</translation>
        </message>
        <message>
            <source>as before</source>
            <translation>wie bisher</translation>
        </message>
        <message>
            <source>PIN to leave a kiosk</source>
            <translation>PIN zum Verlassen eines Kiosks</translation>
        </message>
        <message>
            <source>Nothing has been typed yet.</source>
            <translation>Es ist noch nichts eingegeben.</translation>
        </message>
        <message>
            <source>ORSEE</source>
            <translation>ORSEE</translation>
        </message>
        <message>
            <source>hroot</source>
            <translation>hroot</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Station</source>
            <translation>Platz</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>Gekommen</translation>
        </message>
        <message>
            <source>Did not come</source>
            <translation>Nicht gekommen</translation>
        </message>
        <message>
            <source>Turned away</source>
            <translation>Abgewiesen</translation>
        </message>
        <message>
            <source>Left early</source>
            <translation>Vorzeitig gegangen</translation>
        </message>
        <message>
            <source>Played</source>
            <translation>Hat gespielt</translation>
        </message>
        <message>
            <source>Status: 1 played, 2 came, 3 did not come</source>
            <translation>Status: 1 hat gespielt, 2 kam, 3 kam nicht</translation>
        </message>
        <message>
            <source>Has been paid</source>
            <translation>Ist ausgezahlt</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>Währung</translation>
        </message>
        <message>
            <source>For a recruitment system</source>
            <translation>Für ein Rekrutierungssystem</translation>
        </message>
        <message>
            <source>Columns as in</source>
            <translation>Spalten wie in</translation>
        </message>
        <message>
            <source>Attendance and payments</source>
            <translation>Anwesenheit und Auszahlungen</translation>
        </message>
        <message>
            <source>Choose at least one column.</source>
            <translation>Wählen Sie mindestens eine Spalte.</translation>
        </message>
        <message>
            <source>Start for ever&amp;yone</source>
            <translation>&amp;Für alle starten</translation>
        </message>
        <message>
            <source>Loo&amp;k</source>
            <translation>A&amp;nsehen</translation>
        </message>
        <message>
            <source>Ans&amp;wer…</source>
            <translation>Antw&amp;orten…</translation>
        </message>
        <message>
            <source>Has &amp;been helped</source>
            <translation>W&amp;urde geholfen</translation>
        </message>
        <message>
            <source>&amp;Question passed</source>
            <translation>F&amp;rage gilt als bestanden</translation>
        </message>
        <message>
            <source>The participant goes on to the next question.</source>
            <translation>Die Person kommt zur nächsten Frage.</translation>
        </message>
        <message>
            <source>The attempts at a control question are counted from zero again.</source>
            <translation>Die Versuche an einer Kontrollfrage werden neu gezählt.</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Ansehen</translation>
        </message>
        <message>
            <source>Noted</source>
            <translation>Gesehen</translation>
        </message>
        <message>
            <source>The participant plays on; the log tells it.</source>
            <translation>Die Person spielt weiter; im Protokoll steht es.</translation>
        </message>
        <message>
            <source>Let in</source>
            <translation>Einlassen</translation>
        </message>
        <message>
            <source>Let all in</source>
            <translation>Alle einlassen</translation>
        </message>
        <message>
            <source>T&amp;urn away</source>
            <translation>Ab&amp;weisen</translation>
        </message>
        <message numerus="yes">
            <source>No connection: station(s) {names}</source>
            <translation>
                <numerusform>Keine Verbindung: Platz {names}</numerusform>
                <numerusform>Keine Verbindung: Plätze {names}</numerusform>
            </translation>
        </message>
        <message>
            <source>Look at station {station}</source>
            <translation>Platz {station} ansehen</translation>
        </message>
        <message>
            <source>At the door: station {knock}</source>
            <translation>An der Tür: Platz {knock}</translation>
        </message>
        <message numerus="yes">
            <source>{n} more (waits|wait): {names}</source>
            <translation>
                <numerusform>{n} weiterer wartet: {names}</numerusform>
                <numerusform>{n} weitere warten: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} more alarm(s)</source>
            <translation>
                <numerusform>{n} weiterer Alarm</numerusform>
                <numerusform>{n} weitere Alarme</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} participant(s) (has|have) taken part before: {names}</source>
            <translation>
                <numerusform>{n} Person hat schon einmal teilgenommen: {names}</numerusform>
                <numerusform>{n} Personen haben schon einmal teilgenommen: {names}</numerusform>
            </translation>
        </message>
        <message>
            <source>{people} waiting for your start: {part}</source>
            <translation>{people} warten auf Ihren Start: {part}</translation>
        </message>
        <message>
            <source>Station {station} calls for help: {part}</source>
            <translation>Platz {station} ruft um Hilfe: {part}</translation>
        </message>
        <message numerus="yes">
            <source>{n} wrong answer(s)</source>
            <translation>
                <numerusform>{n} falsche Antwort</numerusform>
                <numerusform>{n} falsche Antworten</numerusform>
            </translation>
        </message>
        <message>
            <source>Also: {stations}</source>
            <translation>Außerdem: {stations}</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} und {n} weitere</translation>
        </message>
        <message>
            <source>does not count</source>
            <translation>zählt nicht</translation>
        </message>
        <message>
            <source>tails {coins}</source>
            <translation>Übrige {coins}</translation>
        </message>
        <message>
            <source>Paused: {reason}</source>
            <translation>Pause: {reason}</translation>
        </message>
        <message>
            <source>Clock stopped, waits for: {stations}</source>
            <translation>Uhr angehalten, wartet auf: {stations}</translation>
        </message>
        <message>
            <source>Stops after this round</source>
            <translation>Endet nach dieser Runde</translation>
        </message>
        <message>
            <source>Waits for your start</source>
            <translation>Wartet auf Start</translation>
        </message>
        <message>
            <source>Waits for groups: {groups}</source>
            <translation>Wartet auf Gruppen: {groups}</translation>
        </message>
        <message>
            <source>Waits for: {stations}</source>
            <translation>Wartet auf: {stations}</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Niemand</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>Noch frei</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Verbunden</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>Getrennt</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Ausgeschieden</translation>
        </message>
        <message>
            <source>Calls for help</source>
            <translation>Ruft um Hilfe</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>{page} {step}/{steps}</source>
            <translation>{page} {step}/{steps}</translation>
        </message>
        <message>
            <source>Without a group</source>
            <translation>Ohne Gruppe</translation>
        </message>
        <message>
            <source>bot</source>
            <translation>Bot</translation>
        </message>
        <message>
            <source>message not read</source>
            <translation>Nachricht nicht gelesen</translation>
        </message>
        <message>
            <source>Station {name}</source>
            <translation>Platz {name}</translation>
        </message>
        <message>
            <source>Pairing code {code}</source>
            <translation>Kopplungscode {code}</translation>
        </message>
        <message>
            <source>St&amp;art</source>
            <translation>St&amp;arten</translation>
        </message>
        <message>
            <source>&amp;Pause…</source>
            <translation>&amp;Pause…</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Message…</source>
            <translation>Nachr&amp;icht…</translation>
        </message>
        <message>
            <source>+3&amp;0 s</source>
            <translation>+3&amp;0 s</translation>
        </message>
        <message>
            <source>+&amp;1 min</source>
            <translation>+&amp;1 min</translation>
        </message>
        <message>
            <source>&amp;Leave page…</source>
            <translation>&amp;Seite beenden…</translation>
        </message>
        <message>
            <source>&amp;Stop after round</source>
            <translation>Nach &amp;Runde beenden</translation>
        </message>
        <message>
            <source>N&amp;ote…</source>
            <translation>N&amp;otiz…</translation>
        </message>
        <message>
            <source>Dro&amp;p participant…</source>
            <translation>Person aus&amp;schließen…</translation>
        </message>
        <message>
            <source>Move on to the &amp;next part…</source>
            <translation>Zum &amp;nächsten Teil führen…</translation>
        </message>
        <message>
            <source>&amp;End group with pay…</source>
            <translation>Mit Auszahlung b&amp;eenden…</translation>
        </message>
        <message>
            <source>Declare group &amp;void…</source>
            <translation>Für &amp;ungültig erklären…</translation>
        </message>
        <message>
            <source>Starts the groups that are complete and ready.</source>
            <translation>Startet die Gruppen, die vollständig und bereit sind.</translation>
        </message>
        <message>
            <source>The groups' clocks and pages stop.</source>
            <translation>Uhren und Seiten der Gruppen stehen still.</translation>
        </message>
        <message>
            <source>Paused groups continue with the time they had left.</source>
            <translation>Pausierte Gruppen machen mit ihrer Restzeit weiter.</translation>
        </message>
        <message>
            <source>Shows a text on the screens of participants.</source>
            <translation>Zeigt einen Text auf den Bildschirmen der Teilnehmenden.</translation>
        </message>
        <message>
            <source>Adds 30 seconds to the time of the groups’ present page.</source>
            <translation>Gibt den Gruppen für ihre jetzige Seite 30 Sekunden mehr.</translation>
        </message>
        <message>
            <source>Adds a minute to the time of the groups’ present page.</source>
            <translation>Gibt den Gruppen für ihre jetzige Seite eine Minute mehr.</translation>
        </message>
        <message>
            <source>Ends this page's time limit: missing choices are made by default.</source>
            <translation>Beendet die Zeit dieser Seite: Fehlende Entscheidungen werden durch Vorgaben ersetzt.</translation>
        </message>
        <message>
            <source>The groups end with pay once this round is over.</source>
            <translation>Die Gruppen enden mit Auszahlung, sobald diese Runde vorbei ist.</translation>
        </message>
        <message>
            <source>Writes a line into the session’s log, with the time and the station.</source>
            <translation>Schreibt eine Zeile in das Protokoll der Sitzung, mit Zeit und Platz.</translation>
        </message>
        <message>
            <source>The participant leaves for good; a group in play continues.</source>
            <translation>Die Person scheidet endgültig aus; eine Gruppe, die spielt, spielt weiter.</translation>
        </message>
        <message>
            <source>The participant leaves this part before its end.</source>
            <translation>Die Person verlässt diesen Teil vor seinem Ende.</translation>
        </message>
        <message>
            <source>The groups end now, with pay.</source>
            <translation>Die Gruppen enden jetzt, mit Auszahlung.</translation>
        </message>
        <message>
            <source>The groups end now; their data are not used.</source>
            <translation>Die Gruppen enden jetzt; ihre Daten werden nicht verwendet.</translation>
        </message>
        <message>
            <source>Pause {groups}</source>
            <translation>Pause für {groups}</translation>
        </message>
        <message>
            <source>Participants read this while they wait:</source>
            <translation>Das lesen die Teilnehmenden, während sie warten:</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Message to {people}</source>
            <translation>Nachricht an {people}</translation>
        </message>
        <message>
            <source>It stays on their screens until they have confirmed it.</source>
            <translation>Sie bleibt auf den Bildschirmen, bis sie bestätigt ist.</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <source>Note for the log</source>
            <translation>Notiz für das Protokoll</translation>
        </message>
        <message>
            <source>It is exported with the log; participants do not see it.</source>
            <translation>Sie wird mit dem Protokoll exportiert; die Teilnehmenden sehen sie nicht.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notieren</translation>
        </message>
        <message>
            <source>Drop {people}</source>
            <translation>{people} ausschließen</translation>
        </message>
        <message>
            <source>Reason, for the log; participants do not see it:</source>
            <translation>Warum? Der Grund steht im Protokoll; sonst sieht ihn niemand.</translation>
        </message>
        <message>
            <source>Move {people} on to the next part</source>
            <translation>{people} zum nächsten Teil führen</translation>
        </message>
        <message>
            <source>Move on</source>
            <translation>Weiterführen</translation>
        </message>
        <message>
            <source>End {groups} with pay</source>
            <translation>{groups} mit Auszahlung beenden</translation>
        </message>
        <message>
            <source>Declare {groups} void</source>
            <translation>{groups} für ungültig erklären</translation>
        </message>
        <message>
            <source>Please wait a moment.</source>
            <translation>Bitte warten Sie einen Moment.</translation>
        </message>
        <message>
            <source>left the session</source>
            <translation>hat die Sitzung verlassen</translation>
        </message>
        <message>
            <source>with the experimenter’s help</source>
            <translation>mit Hilfe der Versuchsleitung</translation>
        </message>
        <message>
            <source>ended by the experimenter</source>
            <translation>von der Versuchsleitung beendet</translation>
        </message>
        <message>
            <source>something went wrong</source>
            <translation>etwas ist schiefgegangen</translation>
        </message>
        <message numerus="yes">
            <source>Drop the participant(s) at {stations}?</source>
            <translation>
                <numerusform>Wirklich ausschließen ({stations})?</numerusform>
                <numerusform>Wirklich ausschließen ({stations})?</numerusform>
            </translation>
        </message>
        <message>
            <source>Whoever is dropped cannot come back, and reads that their part has ended. A group in play continues, and the contribution set in the session’s settings is made for the seat; until that group’s game is over, “Move on to the next part” leads to what follows it. Pay of whoever is dropped: {pay}</source>
            <translation>Wer ausgeschlossen wird, kann nicht zurückkommen und liest, dass die Teilnahme beendet ist. Eine laufende Gruppe spielt weiter, und für den Sitz wird der Beitrag aus den Einstellungen der Sitzung eingesetzt; bis das Spiel dieser Gruppe vorbei ist, führt „Zum nächsten Teil führen“ zu dem, was danach kommt. Bezahlung von Ausgeschlossenen: {pay}</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Ausschließen</translation>
        </message>
        <message>
            <source>End {groups}?</source>
            <translation>{groups} beenden?</translation>
        </message>
        <message>
            <source>This cannot be undone. Participants are told that the game of their group has ended early.</source>
            <translation>Das lässt sich nicht rückgängig machen. Die Teilnehmenden lesen, dass das Spiel ihrer Gruppe vorzeitig beendet wurde.</translation>
        </message>
        <message>
            <source>End with pay</source>
            <translation>Mit Auszahlung beenden</translation>
        </message>
        <message>
            <source>Declare {groups} void?</source>
            <translation>{groups} für ungültig erklären?</translation>
        </message>
        <message>
            <source>This cannot be undone. Nothing that was played is used for training or figures; the log keeps everything. Pay of whoever is in the group: {pay}</source>
            <translation>Das lässt sich nicht rückgängig machen. Nichts, was gespielt wurde, wird für Training oder Bilder verwendet; das Protokoll behält alles. Bezahlung derer, die in der Gruppe sind: {pay}</translation>
        </message>
        <message>
            <source>Declare void</source>
            <translation>Für ungültig erklären</translation>
        </message>
        <message>
            <source>Whoever has no seat in a group yet goes home and cannot come back: their screen sends them to the experimenter’s desk, and they are paid the show-up fee alone.</source>
            <translation>Wer noch keinen Sitz in einer Gruppe hat, geht nach Hause und kann nicht zurückkommen: Der Bildschirm schickt zum Tisch der Versuchsleitung, und bezahlt wird nur der Betrag fürs Kommen.</translation>
        </message>
        <message>
            <source>Started: {groups}</source>
            <translation>Gestartet: {groups}</translation>
        </message>
        <message>
            <source>Paused: {groups}</source>
            <translation>Pausiert: {groups}</translation>
        </message>
        <message>
            <source>Resumed: {groups}</source>
            <translation>Fortgesetzt: {groups}</translation>
        </message>
        <message>
            <source>Sent to {people}</source>
            <translation>Gesendet an {people}</translation>
        </message>
        <message>
            <source>30 seconds more: {groups}</source>
            <translation>30 Sekunden mehr: {groups}</translation>
        </message>
        <message>
            <source>One minute more: {groups}</source>
            <translation>Eine Minute mehr: {groups}</translation>
        </message>
        <message>
            <source>Page ended: {groups}</source>
            <translation>Seite beendet: {groups}</translation>
        </message>
        <message>
            <source>Noted for {groups}</source>
            <translation>Vorgemerkt für {groups}</translation>
        </message>
        <message>
            <source>Noted in the log</source>
            <translation>Im Protokoll notiert</translation>
        </message>
        <message>
            <source>Dropped: {people}</source>
            <translation>Ausgeschieden: {people}</translation>
        </message>
        <message>
            <source>Moved on: {people}</source>
            <translation>Weitergeführt: {people}</translation>
        </message>
        <message>
            <source>Ended with pay: {groups}</source>
            <translation>Mit Auszahlung beendet: {groups}</translation>
        </message>
        <message>
            <source>Declared void: {groups}</source>
            <translation>Für ungültig erklärt: {groups}</translation>
        </message>
        <message>
            <source>Coins are not paid in this session.</source>
            <translation>Münzen werden in dieser Sitzung nicht bezahlt.</translation>
        </message>
        <message>
            <source>The rounds played so far are paid.</source>
            <translation>Die bisher gespielten Runden werden bezahlt.</translation>
        </message>
        <message>
            <source>Pay of whoever was dropped: {pay}</source>
            <translation>Bezahlung derer, die ausgeschieden sind: {pay}</translation>
        </message>
        <message numerus="yes">
            <source>group(s) {numbers}</source>
            <translation>
                <numerusform>Gruppe {numbers}</numerusform>
                <numerusform>Gruppen {numbers}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>station(s) {names}</source>
            <translation>
                <numerusform>Platz {names}</numerusform>
                <numerusform>Plätze {names}</numerusform>
            </translation>
        </message>
        <message>
            <source>End this page for {groups}?</source>
            <translation>Diese Seite für {groups} beenden?</translation>
        </message>
        <message>
            <source>Some participants have not chosen yet. These choices will be made for them, marked as time-outs:</source>
            <translation>Einige Teilnehmende haben noch nicht gewählt. Diese Entscheidungen werden für sie getroffen, als Zeitablauf gekennzeichnet:</translation>
        </message>
        <message>
            <source>Choose for them and go on</source>
            <translation>Für sie wählen und weitergehen</translation>
        </message>
        <message numerus="yes">
            <source>{n} group(s) in play (ends|end) now.</source>
            <translation>
                <numerusform>{n} Gruppe, die noch spielt, endet jetzt.</numerusform>
                <numerusform>{n} Gruppen, die noch spielen, enden jetzt.</numerusform>
            </translation>
        </message>
        <message>
            <source>No group is playing.</source>
            <translation>Keine Gruppe spielt gerade.</translation>
        </message>
        <message>
            <source>The session cannot be resumed.</source>
            <translation>Die Sitzung kann nicht fortgesetzt werden.</translation>
        </message>
        <message numerus="yes">
            <source>{n} participant(s) (has|have) not begun to play and will not.</source>
            <translation>
                <numerusform>{n} Person hat noch nicht zu spielen begonnen und wird es nicht mehr.</numerusform>
                <numerusform>{n} Personen haben noch nicht zu spielen begonnen und werden es nicht mehr.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} participant(s) (has|have) not submitted the questionnaire yet; what is typed there is not kept.</source>
            <translation>
                <numerusform>{n} Person hat den Fragebogen noch nicht abgegeben; was dort eingetippt ist, wird nicht aufbewahrt.</numerusform>
                <numerusform>{n} Personen haben den Fragebogen noch nicht abgegeben; was dort eingetippt ist, wird nicht aufbewahrt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Release {stations}?</source>
            <translation>{stations} freigeben?</translation>
        </message>
        <message>
            <source>A released kiosk is disconnected and needs the pairing code again; another computer can then take its name. Whoever sits there stays in the session.</source>
            <translation>Ein freigegebener Kiosk wird getrennt und braucht den Kopplungscode erneut; ein anderer Rechner kann dann seinen Namen übernehmen. Wer dort sitzt, bleibt in der Sitzung.</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <source>Session controls</source>
            <translation>Steuerung der Sitzung</translation>
        </message>
        <message>
            <source>Move to &amp;another station</source>
            <translation>Auf &amp;anderen Platz umsetzen</translation>
        </message>
        <message>
            <source>Release pa&amp;iring…</source>
            <translation>&amp;Kopplung lösen…</translation>
        </message>
        <message>
            <source>&amp;Participant and group</source>
            <translation>P&amp;erson und Gruppe</translation>
        </message>
        <message>
            <source>Choose a station.</source>
            <translation>Wählen Sie einen Platz.</translation>
        </message>
        <message>
            <source>Something has changed meanwhile. Nothing was done; look again and decide.</source>
            <translation>Inzwischen hat sich etwas geändert. Es wurde nichts getan; sehen Sie noch einmal hin, und entscheiden Sie.</translation>
        </message>
        <message>
            <source>Somebody has chosen meanwhile. Nothing was done; look again and decide.</source>
            <translation>Inzwischen hat jemand gewählt. Es ist nichts geschehen; sehen Sie noch einmal nach und entscheiden Sie dann.</translation>
        </message>
        <message>
            <source>Pairing released: {stations}</source>
            <translation>Kopplung gelöst: {stations}</translation>
        </message>
        <message>
            <source>Moved from station {old} to station {new}. Nobody sits at station {old} now.</source>
            <translation>Von Platz {old} auf Platz {new} umgesetzt. An Platz {old} sitzt jetzt niemand.</translation>
        </message>
        <message>
            <source>Choose one participant; another connected station must be free.</source>
            <translation>Wählen Sie eine Person aus; ein anderer verbundener Platz muss frei sein.</translation>
        </message>
        <message>
            <source>{station} ({who})</source>
            <translation>{station} ({who})</translation>
        </message>
        <message numerus="yes">
            <source>{choice}: station(s) {names}</source>
            <translation>
                <numerusform>{choice}: Platz {names}</numerusform>
                <numerusform>{choice}: Plätze {names}</numerusform>
            </translation>
        </message>
        <message>
            <source>No vote</source>
            <translation>Keine Stimme</translation>
        </message>
        <message>
            <source>Default contribution</source>
            <translation>Ersatzbeitrag</translation>
        </message>
        <message>
            <source>Contribution of {coins}</source>
            <translation>Beitrag von {coins}</translation>
        </message>
        <message>
            <source>The first mechanism is being made. Sessions can be opened as soon as it is done.</source>
            <translation>Der erste Mechanismus wird erzeugt. Sobald er fertig ist, lassen sich Sitzungen öffnen.</translation>
        </message>
        <message>
            <source>The session is open</source>
            <translation>Die Sitzung ist offen</translation>
        </message>
        <message>
            <source>The session continues</source>
            <translation>Die Sitzung geht weiter</translation>
        </message>
        <message>
            <source>The lab computer stood still for {duration}; this time does not count</source>
            <translation>Der Laborrechner stand {duration} still; diese Zeit zählt nicht</translation>
        </message>
        <message>
            <source>The lab computer could not save anything for {duration}; this time does not count</source>
            <translation>Der Laborrechner konnte {duration} lang nichts speichern; diese Zeit zählt nicht</translation>
        </message>
        <message>
            <source>The session is over</source>
            <translation>Die Sitzung ist beendet</translation>
        </message>
        <message>
            <source>Station {station} is connected</source>
            <translation>Platz {station} ist verbunden</translation>
        </message>
        <message>
            <source>Station {station} has lost its connection</source>
            <translation>Platz {station} hat die Verbindung verloren</translation>
        </message>
        <message>
            <source>{person} checked in at station {station}</source>
            <translation>{person} hat sich an Platz {station} angemeldet</translation>
        </message>
        <message>
            <source>{person} checked in at station {station} and has taken part before</source>
            <translation>{person} hat sich an Platz {station} angemeldet und schon einmal teilgenommen</translation>
        </message>
        <message>
            <source>Station {station}: a check-in was refused, the label has taken part before</source>
            <translation>Platz {station}: eine Anmeldung wurde abgelehnt, die Kennung hat schon einmal teilgenommen</translation>
        </message>
        <message>
            <source>Station {station}: a check-in was refused, the label is in this session already</source>
            <translation>Platz {station}: eine Anmeldung wurde abgelehnt, die Kennung ist schon in dieser Sitzung</translation>
        </message>
        <message>
            <source>{person} is turned away: {reason}</source>
            <translation>{person} wird abgewiesen: {reason}</translation>
        </message>
        <message>
            <source>{person} agrees to take part</source>
            <translation>{person} willigt in die Teilnahme ein</translation>
        </message>
        <message>
            <source>{person} does not agree</source>
            <translation>{person} willigt nicht ein</translation>
        </message>
        <message>
            <source>{person} turns a page of the instructions</source>
            <translation>{person} blättert in der Anleitung</translation>
        </message>
        <message>
            <source>{person} answers the control question “{question}” correctly</source>
            <translation>{person} beantwortet die Kontrollfrage „{question}“ richtig</translation>
        </message>
        <message>
            <source>{person} answers the control question “{question}” wrongly</source>
            <translation>{person} beantwortet die Kontrollfrage „{question}“ falsch</translation>
        </message>
        <message>
            <source>{person} calls for help at station {place}</source>
            <translation>{person} ruft um Hilfe an Platz {place}</translation>
        </message>
        <message>
            <source>{person} calls for help at station {place}: {text}</source>
            <translation>{person} ruft an Platz {place} um Hilfe: {text}</translation>
        </message>
        <message>
            <source>{person} has been helped</source>
            <translation>{person} wurde geholfen</translation>
        </message>
        <message>
            <source>{person} has been helped and goes on to the next question</source>
            <translation>{person} wurde geholfen und kommt zur nächsten Frage</translation>
        </message>
        <message>
            <source>Started for everyone: {part}</source>
            <translation>Für alle gestartet: {part}</translation>
        </message>
        <message>
            <source>{person} submits the questionnaire</source>
            <translation>{person} gibt den Fragebogen ab</translation>
        </message>
        <message>
            <source>{person} leaves “{part}” early: {reason}</source>
            <translation>{person} verlässt „{part}“ vorzeitig: {reason}</translation>
        </message>
        <message>
            <source>{person} goes home: {reason}</source>
            <translation>{person} geht nach Hause: {reason}</translation>
        </message>
        <message>
            <source>{person} is paid {amount} instead: {reason}</source>
            <translation>{person} erhält stattdessen {amount}: {reason}</translation>
        </message>
        <message>
            <source>{person} has been paid {amount}</source>
            <translation>{person} hat {amount} erhalten</translation>
        </message>
        <message>
            <source>{person} is marked as not paid</source>
            <translation>{person} ist als nicht bezahlt vermerkt</translation>
        </message>
        <message>
            <source>{person} joins group {group} as {seat}</source>
            <translation>{person} kommt in Gruppe {group} als {seat}</translation>
        </message>
        <message>
            <source>Group {group} is opened</source>
            <translation>Gruppe {group} wird geöffnet</translation>
        </message>
        <message>
            <source>{person} moves to group {group} as {seat}</source>
            <translation>{person} wechselt in Gruppe {group} als {seat}</translation>
        </message>
        <message>
            <source>{person} is not needed for a group: {reason}</source>
            <translation>{person} wird für keine Gruppe gebraucht: {reason}</translation>
        </message>
        <message>
            <source>{person} moves to station {station}</source>
            <translation>{person} wechselt zu Platz {station}</translation>
        </message>
        <message>
            <source>Group {group} starts</source>
            <translation>Gruppe {group} startet</translation>
        </message>
        <message>
            <source>Group {group}: {seat} continues</source>
            <translation>Gruppe {group}: {seat} geht weiter</translation>
        </message>
        <message>
            <source>Group {group} leaves the page</source>
            <translation>Gruppe {group} verlässt die Seite</translation>
        </message>
        <message>
            <source>Group {group}, {place}: {seat} contributes {contribution} of {endowment}</source>
            <translation>Gruppe {group}, {place}: {seat} gibt {contribution} von {endowment}</translation>
        </message>
        <message>
            <source>Group {group}, {place}: no choice in time from {seat}, {contribution} of {endowment} contributed by default</source>
            <translation>Gruppe {group}, {place}: keine rechtzeitige Wahl von {seat}, {contribution} von {endowment} ersatzweise eingesetzt</translation>
        </message>
        <message>
            <source>Group {group}, {place}: {contribution} of {endowment} contributed for {seat}, who has left</source>
            <translation>Gruppe {group}, {place}: {contribution} von {endowment} für {seat} (ausgeschieden) eingesetzt</translation>
        </message>
        <message>
            <source>Group {group}, {place}: {seat} has contributed</source>
            <translation>Gruppe {group}, {place}: {seat} hat beigetragen</translation>
        </message>
        <message>
            <source>Group {group}, {place}: no choice in time from {seat}, the default contribution was made</source>
            <translation>Gruppe {group}, {place}: keine rechtzeitige Wahl von {seat}, der ersatzweise Beitrag wurde geleistet</translation>
        </message>
        <message>
            <source>Group {group}, {place}: the default contribution was made for {seat}, who has left</source>
            <translation>Gruppe {group}, {place}: Für {seat} wurde der ersatzweise Beitrag geleistet, denn die Person ist gegangen</translation>
        </message>
        <message>
            <source>Group {group}, {place}: the fund is divided</source>
            <translation>Gruppe {group}, {place}: Der Fonds wird aufgeteilt</translation>
        </message>
        <message>
            <source>Group {group}: {seat} has voted</source>
            <translation>Gruppe {group}: {seat} hat abgestimmt</translation>
        </message>
        <message>
            <source>Group {group}: no vote in time from {seat}</source>
            <translation>Gruppe {group}: keine rechtzeitige Stimme von {seat}</translation>
        </message>
        <message>
            <source>Group {group}: no vote from {seat}, who has left</source>
            <translation>Gruppe {group}: keine Stimme von {seat} (ausgeschieden)</translation>
        </message>
        <message>
            <source>Group {group}: stage {winner} wins the vote {votes}</source>
            <translation>Gruppe {group}: Abschnitt {winner} gewinnt die Abstimmung {votes}</translation>
        </message>
        <message>
            <source>Group {group}: the vote is tied {votes}, a coin decides for stage {winner}</source>
            <translation>Gruppe {group}: Die Abstimmung steht {votes}, ein Münzwurf entscheidet für Abschnitt {winner}</translation>
        </message>
        <message>
            <source>Group {group}: stage {winner} wins the vote</source>
            <translation>Gruppe {group}: Abschnitt {winner} gewinnt die Abstimmung</translation>
        </message>
        <message>
            <source>Group {group}: the vote is tied, a coin decides for stage {winner}</source>
            <translation>Gruppe {group}: Die Abstimmung endet unentschieden, eine Münze entscheidet für Abschnitt {winner}</translation>
        </message>
        <message>
            <source>Group {group} is paused: {reason}</source>
            <translation>Gruppe {group} pausiert: {reason}</translation>
        </message>
        <message>
            <source>Group {group} is paused automatically: {reason}</source>
            <translation>Gruppe {group} pausiert nach der Ausfallregel: {reason}</translation>
        </message>
        <message>
            <source>Group {group} continues</source>
            <translation>Gruppe {group} geht weiter</translation>
        </message>
        <message>
            <source>Group {group}: the clock is stopped because a station is lost</source>
            <translation>Gruppe {group}: Die Uhr ist angehalten, weil ein Platz die Verbindung verloren hat</translation>
        </message>
        <message>
            <source>Group {group}: the clock continues</source>
            <translation>Gruppe {group}: Die Uhr läuft weiter</translation>
        </message>
        <message>
            <source>Group {group}: {seat} is dropped: {reason}</source>
            <translation>Gruppe {group}: {seat} wird ausgeschlossen: {reason}</translation>
        </message>
        <message>
            <source>Group {group} ends early with pay: {reason}</source>
            <translation>Gruppe {group} endet vorzeitig mit Auszahlung: {reason}</translation>
        </message>
        <message>
            <source>Group {group} closes before it starts: {reason}</source>
            <translation>Gruppe {group} schließt vor ihrem Beginn: {reason}</translation>
        </message>
        <message>
            <source>Group {group} is declared void: {reason}</source>
            <translation>Gruppe {group} wird für ungültig erklärt: {reason}</translation>
        </message>
        <message>
            <source>Group {group}: the page's time limit is ended</source>
            <translation>Gruppe {group}: Die Zeit der Seite wird beendet</translation>
        </message>
        <message numerus="yes">
            <source>Group {group}: {n} second(s) more for the page</source>
            <translation>
                <numerusform>Gruppe {group}: {n} Sekunde mehr für die Seite</numerusform>
                <numerusform>Gruppe {group}: {n} Sekunden mehr für die Seite</numerusform>
            </translation>
        </message>
        <message>
            <source>Note: {note}</source>
            <translation>Notiz: {note}</translation>
        </message>
        <message>
            <source>Note on station {station}: {note}</source>
            <translation>Notiz zu Platz {station}: {note}</translation>
        </message>
        <message>
            <source>Group {group} is to stop after its round</source>
            <translation>Gruppe {group} soll nach ihrer Runde enden</translation>
        </message>
        <message>
            <source>Group {group} is to play on</source>
            <translation>Gruppe {group} soll weiterspielen</translation>
        </message>
        <message>
            <source>Message to {person} at station {place}: {text}</source>
            <translation>Nachricht an {person} an Platz {place}: {text}</translation>
        </message>
        <message>
            <source>{person} has read the message</source>
            <translation>{person} hat die Nachricht gelesen</translation>
        </message>
        <message>
            <source>Station {station}: a wrong PIN was entered to leave the kiosk</source>
            <translation>Platz {station}: Zum Verlassen des Kiosks wurde eine falsche PIN eingegeben</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk was left with the PIN</source>
            <translation>Platz {station}: Der Kiosk wurde mit der PIN verlassen</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk is asked to show a message: {text}</source>
            <translation>Platz {station}: Der Kiosk soll eine Nachricht zeigen: {text}</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk is asked to take the message away</source>
            <translation>Platz {station}: Der Kiosk soll die Nachricht wegnehmen</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk is asked to show its name</source>
            <translation>Platz {station}: Der Kiosk soll seinen Namen zeigen</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk is asked for a report</source>
            <translation>Platz {station}: Der Kiosk soll berichten</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk is asked to restart</source>
            <translation>Platz {station}: Der Kiosk soll neu starten</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk is asked to end</source>
            <translation>Platz {station}: Der Kiosk soll sich beenden</translation>
        </message>
        <message>
            <source>Station {station}: the computer is asked to shut down</source>
            <translation>Platz {station}: Der Computer soll herunterfahren</translation>
        </message>
        <message>
            <source>Station {station}: {answer}</source>
            <translation>Platz {station}: {answer}</translation>
        </message>
        <message>
            <source>Station {station}: the computer slept for {duration}</source>
            <translation>Platz {station}: Der Computer hat {duration} geschlafen</translation>
        </message>
        <message>
            <source>Station {station}: the computer’s screen was locked, or was asked to lock</source>
            <translation>Platz {station}: Der Bildschirm des Rechners wurde gesperrt oder sollte gesperrt werden</translation>
        </message>
        <message>
            <source>Station {station}: the screen was unlocked</source>
            <translation>Platz {station}: Der Bildschirm wurde entsperrt</translation>
        </message>
        <message>
            <source>Station {station}: another user is in front</source>
            <translation>Platz {station}: Ein anderes Benutzerkonto ist im Vordergrund</translation>
        </message>
        <message>
            <source>Station {station}: the kiosk’s user is in front again</source>
            <translation>Platz {station}: Das Benutzerkonto des Kiosks ist wieder im Vordergrund</translation>
        </message>
        <message>
            <source>Station {station}: the computer announces a shutdown or log-off</source>
            <translation>Platz {station}: Der Computer kündigt Herunterfahren oder Abmelden an</translation>
        </message>
        <message>
            <source>Station {station}: the shutdown was called off</source>
            <translation>Platz {station}: Das Herunterfahren wurde abgebrochen</translation>
        </message>
        <message>
            <source>The lab computer slept</source>
            <translation>Der Laborrechner hat geschlafen</translation>
        </message>
        <message>
            <source>The lab computer’s screen was locked, or was asked to lock</source>
            <translation>Der Bildschirm des Laborrechners wurde gesperrt oder sollte gesperrt werden</translation>
        </message>
        <message>
            <source>The lab computer’s screen was unlocked</source>
            <translation>Der Bildschirm des Laborrechners wurde entsperrt</translation>
        </message>
        <message>
            <source>Another user is in front at the lab computer</source>
            <translation>Am Laborrechner ist ein anderer Benutzer vorn</translation>
        </message>
        <message>
            <source>The experimenter’s user is in front again</source>
            <translation>Der Benutzer der Versuchsleitung ist wieder vorn</translation>
        </message>
        <message>
            <source>The lab computer announces a shutdown or log-off</source>
            <translation>Der Laborrechner kündigt Herunterfahren oder Abmelden an</translation>
        </message>
        <message>
            <source>The lab computer’s shutdown was called off</source>
            <translation>Das Herunterfahren des Laborrechners wurde abgebrochen</translation>
        </message>
        <message>
            <source>Alarm: {alarm}</source>
            <translation>Alarm: {alarm}</translation>
        </message>
        <message>
            <source>Group {group} is imported</source>
            <translation>Gruppe {group} ist importiert</translation>
        </message>
        <message>
            <source>The imported groups were taken back: {reason}</source>
            <translation>Die importierten Gruppen wurden zurückgenommen: {reason}</translation>
        </message>
        <message>
            <source>Set aside: the study went back to {step} of iteration {iteration}; what the groups did stays data for MODEL</source>
            <translation>Beiseitegelegt: Die Studie ging zu {step} von Durchgang {iteration} zurück; was die Gruppen getan haben, bleibt Datengrundlage von MODEL</translation>
        </message>
        <message>
            <source>Set aside: the study went back to {step} of iteration {iteration}</source>
            <translation>Beiseitegelegt: Die Studie ging zu {step} von Durchgang {iteration} zurück</translation>
        </message>
        <message>
            <source>practice round {round}</source>
            <translation>Übungsrunde {round}</translation>
        </message>
        <message>
            <source>stage {stage}, round {round}</source>
            <translation>Abschnitt {stage}, Runde {round}</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>Jemand</translation>
        </message>
        <message>
            <source>Participant {number}</source>
            <translation>Person {number}</translation>
        </message>
        <message>
            <source>The PIN with which the experimenter leaves a kiosk. It is kept only as a hash: after this program has ended it cannot be shown, but the wizard can set another one.</source>
            <translation>Die PIN, mit der die Versuchsleitung einen Kiosk verlässt. Gespeichert ist nur ihr Hash: Nach dem Ende dieses Programms lässt sie sich nicht mehr anzeigen, aber der Assistent kann eine andere setzen.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>Exit PIN {pin}</source>
            <translation>Ausgangs-PIN {pin}</translation>
        </message>
        <message>
            <source>Show exit PIN</source>
            <translation>Ausgangs-PIN zeigen</translation>
        </message>
        <message>
            <source>Nobody is at a chosen station.</source>
            <translation>An keinem gewählten Platz sitzt jemand.</translation>
        </message>
        <message>
            <source>Choose the station of a participant.</source>
            <translation>Wählen Sie den Platz einer Person.</translation>
        </message>
        <message>
            <source>Choose groups or stations first.</source>
            <translation>Wählen Sie zuerst Gruppen oder Plätze.</translation>
        </message>
        <message>
            <source>Groups and stations</source>
            <translation>Gruppen und Plätze</translation>
        </message>
        <message>
            <source>&amp;Open another group</source>
            <translation>Weitere Gruppe ö&amp;ffnen</translation>
        </message>
        <message>
            <source>&amp;Close unfilled groups…</source>
            <translation>Nicht volle Gruppen s&amp;chließen…</translation>
        </message>
        <message>
            <source>The session is closed.</source>
            <translation>Die Sitzung ist geschlossen.</translation>
        </message>
        <message>
            <source>A session has at most {most} groups at a time.</source>
            <translation>Eine Sitzung hat höchstens {most} Gruppen zugleich.</translation>
        </message>
        <message numerus="yes">
            <source>{n} more (person|people) can check in.</source>
            <translation>
                <numerusform>{n} weitere Person kann sich anmelden.</numerusform>
                <numerusform>{n} weitere Personen können sich anmelden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every group that has not started can still be filled.</source>
            <translation>Jede Gruppe, die noch nicht begonnen hat, kann noch voll werden.</translation>
        </message>
        <message>
            <source>Whoever waits fills whole groups, or is paid the show-up fee, if there is one, and goes home.</source>
            <translation>Wer wartet, füllt ganze Gruppen oder geht nach Hause und erhält den Betrag fürs Kommen, falls es einen gibt.</translation>
        </message>
        <message>
            <source>Group {group} was opened.</source>
            <translation>Gruppe {group} wurde geöffnet.</translation>
        </message>
        <message>
            <source>Close unfilled groups?</source>
            <translation>Nicht volle Gruppen schließen?</translation>
        </message>
        <message>
            <source>Close the groups</source>
            <translation>Gruppen schließen</translation>
        </message>
        <message>
            <source>Closed: {groups}</source>
            <translation>Geschlossen: {groups}</translation>
        </message>
        <message>
            <source>Somebody has come or gone meanwhile. Nothing was done; look again and decide.</source>
            <translation>Inzwischen ist jemand gekommen oder gegangen. Es wurde nichts getan; sehen Sie noch einmal nach und entscheiden Sie.</translation>
        </message>
        <message>
            <source>Closed before it starts: {groups}.</source>
            <translation>Schließt vor dem Beginn: {groups}.</translation>
        </message>
        <message numerus="yes">
            <source>{n} participant(s) (moves|move) to another group.</source>
            <translation>
                <numerusform>{n} Person wechselt in eine andere Gruppe.</numerusform>
                <numerusform>{n} Personen wechseln in eine andere Gruppe.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} participant(s) (is|are) told that there is no group to play in, and (receives|receive) the show-up fee, if there is one.</source>
            <translation>
                <numerusform>{n} Person erfährt, dass es keine Gruppe für sie gibt, und erhält den Betrag fürs Kommen, falls es einen gibt.</numerusform>
                <numerusform>{n} Personen erfahren, dass es keine Gruppe für sie gibt, und erhalten den Betrag fürs Kommen, falls es einen gibt.</numerusform>
            </translation>
        </message>
        <message>
            <source>How many groups play?</source>
            <translation>Wie viele Gruppen spielen?</translation>
        </message>
        <message>
            <source>Number of groups</source>
            <translation>Anzahl der Gruppen</translation>
        </message>
        <message>
            <source>Stations that may be paired</source>
            <translation>Plätze, die gekoppelt werden dürfen</translation>
        </message>
        <message>
            <source>Pairing closes by itself once that many have come in. Any further station, even one that replaces another, waits at the door until you let it in.</source>
            <translation>Die Kopplung schließt von selbst, sobald so viele da sind. Jeder weitere Platz, auch einer, der einen anderen ersetzt, wartet an der Tür, bis Sie ihn einlassen.</translation>
        </message>
        <message>
            <source>Contrast that the groups play</source>
            <translation>Vergleich, den die Gruppen spielen</translation>
        </message>
        <message>
            <source>Balanced, groups meet the contrasts that need groups in turn. Participants are never told which mechanisms they meet.</source>
            <translation>Ausgewogen spielen die Gruppen der Reihe nach die Vergleiche, denen Gruppen fehlen. Teilnehmende erfahren nie, welche Mechanismen sie erleben.</translation>
        </message>
        <message>
            <source>Conditions that will be drawn</source>
            <translation>Bedingungen, die gezogen werden</translation>
        </message>
        <message>
            <source>The participant list is empty. Read a list, or draw codes.</source>
            <translation>Die Teilnehmerliste ist leer. Lesen Sie eine Liste, oder ziehen Sie Codes.</translation>
        </message>
        <message>
            <source>Balanced</source>
            <translation>Ausgewogen</translation>
        </message>
        <message>
            <source>The study needs {missing} more: {groups} of {target} have played.</source>
            <translation>Die Studie braucht noch {missing}: {groups} von {target} Gruppen haben gespielt.</translation>
        </message>
        <message>
            <source>This contrast needs {missing} more: {groups} of {target} have played.</source>
            <translation>Dieser Vergleich braucht noch {missing}: {groups} von {target} haben gespielt.</translation>
        </message>
        <message numerus="yes">
            <source>= {n} station(s)</source>
            <translation>
                <numerusform>= {n} Platz</numerusform>
                <numerusform>= {n} Plätze</numerusform>
            </translation>
        </message>
        <message>
            <source>Contrast {number}</source>
            <translation>Vergleich {number}</translation>
        </message>
        <message>
            <source>Everyone in a group has the same coins per round:</source>
            <translation>In einer Gruppe haben alle gleich viele Münzen je Runde:</translation>
        </message>
        <message>
            <source>Balanced across all sessions of this study. The head always has {head} per round; each tail has:</source>
            <translation>Ausgewogen über alle Sitzungen dieser Studie. Der Kopf hat immer {head} pro Runde; jeder Übrige hat:</translation>
        </message>
        <message>
            <source>Draw another PIN</source>
            <translation>Andere PIN ziehen</translation>
        </message>
        <message>
            <source>Networks to listen on</source>
            <translation>Netze, über die erreichbar</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Kiosks can find this computer b&amp;y themselves</source>
            <translation>Kioske können diesen &amp;Rechner selbst finden</translation>
        </message>
        <message>
            <source>&amp;PIN to leave a kiosk</source>
            <translation>&amp;PIN zum Verlassen eines Kiosks</translation>
        </message>
        <message>
            <source>&amp;Listen on</source>
            <translation>Erreich&amp;bar über</translation>
        </message>
        <message>
            <source>Po&amp;rt</source>
            <translation>P&amp;ort</translation>
        </message>
        <message>
            <source>Kiosks remember the port: change it only if you must.</source>
            <translation>Kioske behalten ihren Port: Ändern Sie ihn nur, wenn es sein muss.</translation>
        </message>
        <message>
            <source>Its name and address are announced on these networks while a session is open. A new kiosk still needs the pairing code.</source>
            <translation>Sein Name und seine Adresse werden in diesen Netzen bekannt gegeben, solange eine Sitzung geöffnet ist. Ein neuer Kiosk braucht trotzdem den Kopplungscode.</translation>
        </message>
        <message>
            <source>Connected kiosks</source>
            <translation>Verbundene Kioske</translation>
        </message>
        <message>
            <source>this computer only</source>
            <translation>nur dieser Rechner</translation>
        </message>
        <message>
            <source>A PIN has 4 to 12 digits.</source>
            <translation>Eine PIN hat 4 bis 12 Ziffern.</translation>
        </message>
        <message>
            <source>The PIN before goes on counting. Only its hash is kept, so it cannot be shown.</source>
            <translation>Die bisherige PIN gilt weiter. Gespeichert ist nur ihr Hash, daher lässt sie sich nicht anzeigen.</translation>
        </message>
        <message>
            <source>Anyone who knows it can leave a kiosk, with or without this computer.</source>
            <translation>Wer sie kennt, kann einen Kiosk verlassen, mit oder ohne diesen Rechner.</translation>
        </message>
        <message>
            <source>Group {group} is complete</source>
            <translation>Gruppe {group} ist vollständig</translation>
        </message>
        <message>
            <source>Every choice</source>
            <translation>Jede Entscheidung</translation>
        </message>
        <message>
            <source>Log of the session</source>
            <translation>Protokoll der Sitzung</translation>
        </message>
        <message>
            <source>To the latest</source>
            <translation>Zum Neuesten</translation>
        </message>
        <message>
            <source>Choose a station to see its screen</source>
            <translation>Platz wählen, um seinen Bildschirm zu sehen</translation>
        </message>
        <message>
            <source>Station {name}: {who}, read-only</source>
            <translation>Platz {name}: {who}, nur zum Ansehen</translation>
        </message>
        <message>
            <source>Station {name}, read-only</source>
            <translation>Platz {name}, nur Ansicht</translation>
        </message>
        <message>
            <source>Station {name}: {page} (blind)</source>
            <translation>Platz {name}: {page} (verblindet)</translation>
        </message>
        <message>
            <source>Time on each page of the instructions: {times}</source>
            <translation>Zeit auf jeder Seite der Anleitung: {times}</translation>
        </message>
        <message>
            <source>What is the session for?</source>
            <translation>Wofür ist die Sitzung?</translation>
        </message>
        <message>
            <source>The study cannot play a session now.</source>
            <translation>Die Studie kann jetzt keine Sitzung spielen.</translation>
        </message>
        <message>
            <source>Sessions of this study</source>
            <translation>Sitzungen dieser Studie</translation>
        </message>
        <message>
            <source>No study is open</source>
            <translation>Keine Studie geöffnet</translation>
        </message>
        <message>
            <source>Open a study, or make a new one, to run a session.</source>
            <translation>Öffnen Sie eine Studie oder legen Sie eine neue an, um eine Sitzung durchzuführen.</translation>
        </message>
        <message>
            <source>Session {code} is not finished</source>
            <translation>Sitzung {code} ist nicht beendet</translation>
        </message>
        <message>
            <source>&amp;Resume session {code}</source>
            <translation>Sitzung {code} &amp;fortsetzen</translation>
        </message>
        <message numerus="yes">
            <source>{purpose}, opened {when}. {ended} of {n} group(s) ended. Every kiosk returns to the page where it was, with the time that was left.</source>
            <translation>
                <numerusform>{purpose}, eröffnet {when}. {ended} von {n} Gruppe beendet. Jeder Kiosk kehrt auf seine Seite zurück, mit der Zeit, die noch übrig war.</numerusform>
                <numerusform>{purpose}, eröffnet {when}. {ended} von {n} Gruppen beendet. Jeder Kiosk kehrt auf seine Seite zurück, mit der Zeit, die noch übrig war.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;New session</source>
            <translation>&amp;Neue Sitzung</translation>
        </message>
        <message>
            <source>Show on pro&amp;jector</source>
            <translation>Auf Pro&amp;jektor zeigen</translation>
        </message>
        <message>
            <source>H&amp;ide</source>
            <translation>Ausb&amp;lenden</translation>
        </message>
        <message>
            <source>Stations that have gone keep their places. With these given away as many others can be paired; a station that comes back comes in all the same.</source>
            <translation>Wer gegangen ist, behält seine Stelle. Werden diese vergeben, können ebenso viele andere Plätze gekoppelt werden; einer, der zurückkommt, kommt trotzdem herein.</translation>
        </message>
        <message>
            <source> (or {others})</source>
            <translation> (oder {others})</translation>
        </message>
        <message>
            <source>Lab computer: {server}</source>
            <translation>Laborrechner: {server}</translation>
        </message>
        <message>
            <source>Command: {command}</source>
            <translation>Befehl: {command}</translation>
        </message>
        <message numerus="yes">
            <source>{here} of {n} station(s) connected</source>
            <translation>
                <numerusform>{here} von {n} Platz verbunden</numerusform>
                <numerusform>{here} von {n} Plätzen verbunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Give away {n} place(s)</source>
            <translation>
                <numerusform>{n} Stelle &amp;vergeben</numerusform>
                <numerusform>{n} Stellen &amp;vergeben</numerusform>
            </translation>
        </message>
        <message>
            <source>Close pai&amp;ring</source>
            <translation>&amp;Kopplung schließen</translation>
        </message>
        <message>
            <source>Stations that have not been paired then wait until you let them in.</source>
            <translation>Plätze, die noch nicht gekoppelt sind, warten dann, bis Sie sie einlassen.</translation>
        </message>
        <message>
            <source>Open pai&amp;ring</source>
            <translation>&amp;Kopplung öffnen</translation>
        </message>
        <message>
            <source>Stations with the code come in again, for five minutes.</source>
            <translation>Plätze mit dem Code kommen wieder herein, fünf Minuten lang.</translation>
        </message>
        <message>
            <source>Copy &amp;code</source>
            <translation>&amp;Code kopieren</translation>
        </message>
        <message>
            <source>Copy co&amp;mmand</source>
            <translation>&amp;Befehl kopieren</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Pairing is open</source>
            <translation>Die Kopplung ist offen</translation>
        </message>
        <message numerus="yes">
            <source>Pairing is open: {inside} of {n} expected station(s) came in</source>
            <translation>
                <numerusform>Koppeln ist offen: {inside} von {n} erwarteten Platz gekommen</numerusform>
                <numerusform>Koppeln ist offen: {inside} von {n} erwarteten Plätzen gekommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Pairing is closed: {n} station(s) (has|have) come in</source>
            <translation>
                <numerusform>Die Kopplung ist geschlossen: {n} Platz ist gekommen</numerusform>
                <numerusform>Die Kopplung ist geschlossen: {n} Plätze sind gekommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, of which {n} (is|are) gone ({names})</source>
            <translation>
                <numerusform>, davon ist {n} fort ({names})</numerusform>
                <numerusform>, davon sind {n} fort ({names})</numerusform>
            </translation>
        </message>
        <message>
            <source>Who checks in</source>
            <translation>Wer sich anmeldet</translation>
        </message>
        <message>
            <source>An&amp;yone</source>
            <translation>A&amp;lle</translation>
        </message>
        <message>
            <source>Only people on a &amp;participant list</source>
            <translation>Nur wer auf einer Te&amp;ilnehmerliste steht</translation>
        </message>
        <message>
            <source>&amp;Read a list…</source>
            <translation>Liste lese&amp;n…</translation>
        </message>
        <message>
            <source>Dra&amp;w codes</source>
            <translation>C&amp;odes ziehen</translation>
        </message>
        <message>
            <source>Save car&amp;ds…</source>
            <translation>&amp;Karten speichern…</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Gespeichert: {file}</translation>
        </message>
        <message>
            <source>Participant list</source>
            <translation>Teilnehmerliste</translation>
        </message>
        <message>
            <source>Tables and texts</source>
            <translation>Tabellen und Texte</translation>
        </message>
        <message>
            <source>Where to save the cards</source>
            <translation>Wohin die Karten gespeichert werden</translation>
        </message>
        <message>
            <source>Anyone may check in.</source>
            <translation>Alle dürfen sich anmelden.</translation>
        </message>
        <message>
            <source>Read a list, or draw codes to hand out.</source>
            <translation>Lesen Sie eine Liste oder ziehen Sie Codes zum Austeilen.</translation>
        </message>
        <message numerus="yes">
            <source>{labels} for {n} seat(s)</source>
            <translation>
                <numerusform>{labels} für {n} Sitz</numerusform>
                <numerusform>{labels} für {n} Sitze</numerusform>
            </translation>
        </message>
        <message>
            <source>Label of someone who is not on the list</source>
            <translation>Kennung von jemandem, der nicht auf der Liste steht</translation>
        </message>
        <message>
            <source>&amp;Add to the list</source>
            <translation>Auf die &amp;Liste setzen</translation>
        </message>
        <message>
            <source>&amp;Turn away</source>
            <translation>&amp;Abweisen</translation>
        </message>
        <message>
            <source>{here} of {all} have arrived</source>
            <translation>{here} von {all} sind gekommen</translation>
        </message>
        <message>
            <source>{label} is already on the list.</source>
            <translation>{label} steht schon auf der Liste.</translation>
        </message>
        <message>
            <source>{label} can check in now.</source>
            <translation>{label} kann sich jetzt anmelden.</translation>
        </message>
        <message>
            <source>Choose a label.</source>
            <translation>Wählen Sie eine Kennung.</translation>
        </message>
        <message>
            <source>{label} has arrived.</source>
            <translation>{label} ist schon da.</translation>
        </message>
        <message>
            <source>Type the label of someone who is not on the list.</source>
            <translation>Geben Sie die Kennung einer Person ein, die nicht auf der Liste steht.</translation>
        </message>
        <message>
            <source>Not here yet</source>
            <translation>Noch nicht da</translation>
        </message>
        <message>
            <source>{state}, has taken part before</source>
            <translation>{state}, hat schon einmal teilgenommen</translation>
        </message>
        <message>
            <source>The first line is a &amp;heading</source>
            <translation>Die erste Zeile ist eine &amp;Überschrift</translation>
        </message>
        <message>
            <source>Labels are in</source>
            <translation>Kennungen stehen in</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Kennungen</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Bemerkung</translation>
        </message>
        <message>
            <source>&amp;Use this list</source>
            <translation>Diese Liste &amp;verwenden</translation>
        </message>
        <message>
            <source>Choose the column…</source>
            <translation>Spalte wählen…</translation>
        </message>
        <message>
            <source>Has taken part before</source>
            <translation>Hat schon einmal teilgenommen</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Bezahlt</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Betrag</translation>
        </message>
        <message>
            <source>Group {group}, {seat}</source>
            <translation>Gruppe {group}, {seat}</translation>
        </message>
        <message>
            <source>Simulated: not paid</source>
            <translation>Simuliert: keine Zahlung</translation>
        </message>
        <message>
            <source>{amount} was paid; the amount has changed since</source>
            <translation>{amount} wurden gezahlt; der Betrag hat sich seitdem geändert</translation>
        </message>
        <message>
            <source>Group is void</source>
            <translation>Gruppe ungültig</translation>
        </message>
        <message>
            <source>Did not play</source>
            <translation>Hat nicht gespielt</translation>
        </message>
        <message>
            <source>Pay another amount</source>
            <translation>Anderen Betrag zahlen</translation>
        </message>
        <message>
            <source>Reason, for the log and the export:</source>
            <translation>Warum? Das steht im Protokoll und im Export.</translation>
        </message>
        <message>
            <source>&amp;Pay this</source>
            <translation>Das &amp;zahlen</translation>
        </message>
        <message>
            <source>{person} receives {amount} unless you change it.</source>
            <translation>{person} erhält {amount}, wenn Sie nichts ändern.</translation>
        </message>
        <message>
            <source>Type the reason.</source>
            <translation>Geben Sie den Grund ein.</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>Bezahlung</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Name of the lab, for the receipts</source>
            <translation>Name des Labors, für die Quittungen</translation>
        </message>
        <message>
            <source>&amp;Without labels</source>
            <translation>&amp;Ohne Kennungen</translation>
        </message>
        <message>
            <source>Pay &amp;another amount…</source>
            <translation>&amp;Anderen Betrag zahlen…</translation>
        </message>
        <message>
            <source>Save &amp;list…</source>
            <translation>&amp;Liste sichern…</translation>
        </message>
        <message>
            <source>For a recruitment &amp;system…</source>
            <translation>Für ein &amp;Rekrutierungssystem…</translation>
        </message>
        <message>
            <source>This session is blind, and that file names everybody who came.</source>
            <translation>Diese Sitzung ist verblindet, und diese Datei nennt alle, die gekommen sind.</translation>
        </message>
        <message>
            <source>&amp;Receipts</source>
            <translation>&amp;Quittungen</translation>
        </message>
        <message>
            <source>Whoever played in another lab is paid there.</source>
            <translation>Wer in einem anderen Labor gespielt hat, wird dort bezahlt.</translation>
        </message>
        <message numerus="yes">
            <source>Played in another lab ({lab}), which pays {amount} to {n} participant(s).</source>
            <translation>
                <numerusform>In einem anderen Labor gespielt ({lab}), das {amount} an {n} Person auszahlt.</numerusform>
                <numerusform>In einem anderen Labor gespielt ({lab}), das {amount} an {n} Personen auszahlt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>To be paid: {amount} to {n} participant(s).</source>
            <translation>
                <numerusform>Auszuzahlen: {amount} an {n} Person.</numerusform>
                <numerusform>Auszuzahlen: {amount} an {n} Personen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Paid so far: {amount} to {n} participant(s).</source>
            <translation>
                <numerusform>Bisher ausgezahlt: {amount} an {n} Person.</numerusform>
                <numerusform>Bisher ausgezahlt: {amount} an {n} Personen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} amount(s) changed after payment: see the remark(s).</source>
            <translation>
                <numerusform>{n} Betrag hat sich nach der Auszahlung geändert: siehe die Bemerkung.</numerusform>
                <numerusform>{n} Beträge haben sich nach der Auszahlung geändert: siehe die Bemerkungen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} simulated participant(s) (is|are) not paid.</source>
            <translation>
                <numerusform>{n} simulierte Person wird nicht bezahlt.</numerusform>
                <numerusform>{n} simulierte Personen werden nicht bezahlt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Noted.</source>
            <translation>Vermerkt.</translation>
        </message>
        <message>
            <source>The printer does not answer; open the receipts as a PDF instead.</source>
            <translation>Der Drucker antwortet nicht; öffnen Sie die Quittungen stattdessen als PDF.</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;Drucken…</translation>
        </message>
        <message>
            <source>&amp;Open as PDF</source>
            <translation>Als PDF ö&amp;ffnen</translation>
        </message>
        <message>
            <source>&amp;Save as PDF…</source>
            <translation>Als PDF &amp;speichern…</translation>
        </message>
        <message numerus="yes">
            <source>{n} amount(s) in it may still change: save it again when the session is over.</source>
            <translation>
                <numerusform>{n} Betrag darin kann sich noch ändern: Sichern Sie nach dem Ende der Sitzung noch einmal.</numerusform>
                <numerusform>{n} Beträge darin können sich noch ändern: Sichern Sie nach dem Ende der Sitzung noch einmal.</numerusform>
            </translation>
        </message>
        <message>
            <source>A simulated participant is not paid.</source>
            <translation>Eine simulierte Person wird nicht bezahlt.</translation>
        </message>
        <message>
            <source>Nobody is to be paid yet.</source>
            <translation>Noch ist niemand zu bezahlen.</translation>
        </message>
        <message>
            <source>The receipts are with the printer.</source>
            <translation>Die Quittungen sind beim Drucker.</translation>
        </message>
        <message>
            <source>Is everything ready?</source>
            <translation>Ist alles bereit?</translation>
        </message>
        <message>
            <source>Check a&amp;gain</source>
            <translation>Erneut prü&amp;fen</translation>
        </message>
        <message>
            <source>This session</source>
            <translation>Diese Sitzung</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Look closer…</source>
            <translation>Genauer ansehen…</translation>
        </message>
        <message>
            <source>Look closer: {mechanism}</source>
            <translation>Genauer ansehen: {mechanism}</translation>
        </message>
        <message>
            <source>Other sessions</source>
            <translation>Andere Sitzungen</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netzwerk</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>Festplatte</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Uhr</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programm</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>Identität</translation>
        </message>
        <message>
            <source>Power</source>
            <translation>Strom</translation>
        </message>
        <message>
            <source>Sleep</source>
            <translation>Ruhezustand</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translation>Firewall</translation>
        </message>
        <message>
            <source>This is the session that the study needs now, in iteration {iteration}.</source>
            <translation>Die Studie spielt jetzt eine solche Sitzung, in Durchgang {iteration}.</translation>
        </message>
        <message>
            <source>{sentence}</source>
            <translation>{sentence}</translation>
        </message>
        <message>
            <source>{sentence} Look closer, and decide whether you go on nevertheless.</source>
            <translation>{sentence} Sehen Sie genauer hin, und entscheiden Sie, ob Sie trotzdem fortfahren.</translation>
        </message>
        <message>
            <source>No other session is unfinished.</source>
            <translation>Keine andere Sitzung ist unbeendet.</translation>
        </message>
        <message>
            <source>Session {session} is not finished. Resume it, and end it there if need be.</source>
            <translation>Sitzung {session} ist nicht beendet. Setzen Sie sie fort und beenden Sie sie dort, falls nötig.</translation>
        </message>
        <message>
            <source>Port {port} is free.</source>
            <translation>Port {port} ist frei.</translation>
        </message>
        <message>
            <source>Port {port} cannot be used on {address} ({cause}); {remedy}.</source>
            <translation>Port {port} kann an {address} nicht benutzt werden ({cause}); {remedy}.</translation>
        </message>
        <message>
            <source>Kiosks reach this computer at {addresses}.</source>
            <translation>Kioske erreichen diesen Rechner unter {addresses}.</translation>
        </message>
        <message>
            <source>Only stations on this computer can join. To let others join, connect a network and listen on all networks.</source>
            <translation>Nur Plätze auf diesem Rechner können beitreten. Damit andere beitreten können, verbinden Sie ein Netzwerk und lauschen Sie auf allen Netzwerken.</translation>
        </message>
        <message>
            <source>{free_gb} GB are free.</source>
            <translation>{free_gb} GB sind frei.</translation>
        </message>
        <message>
            <source>Only {free_mb} MB are free. This session fits; free some space soon.</source>
            <translation>Nur {free_mb} MB sind frei. Diese Sitzung passt noch; schaffen Sie bald Platz.</translation>
        </message>
        <message>
            <source>Only {free_mb} MB are free. Free space until there are {needed_mb} MB.</source>
            <translation>Nur {free_mb} MB sind frei. Schaffen Sie Platz, bis {needed_mb} MB frei sind.</translation>
        </message>
        <message>
            <source>Nothing speaks against the folder of the study.</source>
            <translation>Gegen den Ordner der Studie spricht nichts.</translation>
        </message>
        <message>
            <source>This computer says {now_utc}.</source>
            <translation>Hier ist es {now_utc}.</translation>
        </message>
        <message>
            <source>This computer says {now_utc}, but the last session was at {last_utc}. Set the clock, or times of day in the data will be wrong. Times within the session are not affected.</source>
            <translation>Dieser Rechner zeigt {now_utc}, die letzte Sitzung dagegen {last_utc}. Stellen Sie die Uhr; sonst sind Uhrzeiten in den Daten falsch. Zeiten innerhalb der Sitzung sind nicht betroffen.</translation>
        </message>
        <message>
            <source>This is version {now}; if there was a session before, it had the same.</source>
            <translation>Dies ist Version {now}; gab es davor eine Sitzung, hatte sie dieselbe.</translation>
        </message>
        <message>
            <source>This is version {now}; the last session was played with version {last}. Note it for your report, and use the same version on all kiosks.</source>
            <translation>Dies ist Version {now}; die letzte Sitzung wurde mit Version {last} gespielt. Vermerken Sie das in Ihrem Bericht und verwenden Sie auf allen Kiosken dieselbe Version.</translation>
        </message>
        <message>
            <source>No training is running.</source>
            <translation>Es wird nichts berechnet.</translation>
        </message>
        <message>
            <source>{step} is running. It is stopped when the session opens, and can be started again later.</source>
            <translation>{step} läuft. Der Schritt wird angehalten, wenn die Sitzung beginnt, und lässt sich später wieder starten.</translation>
        </message>
        <message>
            <source>Paired with this computer: {kiosks}.</source>
            <translation>Mit diesem Rechner gekoppelt: {kiosks}.</translation>
        </message>
        <message>
            <source>Kiosks trust this computer only until {day}. Then its identity has to be deleted and every kiosk paired again: choose a day for it before that.</source>
            <translation>Kioske vertrauen diesem Rechner nur bis zum {day}. Dann muss seine Identität gelöscht und jeder Kiosk neu gekoppelt werden: Wählen Sie vorher einen Tag dafür.</translation>
        </message>
        <message>
            <source>This computer is plugged in.</source>
            <translation>Dieser Rechner ist am Stromnetz.</translation>
        </message>
        <message>
            <source>This computer is running on battery. Plug it in.</source>
            <translation>Dieser Rechner läuft mit Akku. Schließen Sie ihn ans Stromnetz an.</translation>
        </message>
        <message>
            <source>This computer stays awake while the session is open.</source>
            <translation>Dieser Rechner bleibt wach, solange die Sitzung offen ist.</translation>
        </message>
        <message>
            <source>This computer cannot be kept awake by the program. Switch its sleep off for the session.</source>
            <translation>Das Programm kann diesen Rechner nicht wach halten. Schalten Sie den Ruhezustand für die Sitzung ab.</translation>
        </message>
        <message>
            <source>{room}</source>
            <translation>{room}</translation>
        </message>
        <message>
            <source>{room} See the page Kiosks.</source>
            <translation>{room} Sehen Sie die Seite Kioske an.</translation>
        </message>
        <message>
            <source>The firewall lets kiosks through on port {port}: {kiosks}.</source>
            <translation>Die Firewall lässt Kiosks auf Port {port} durch: {kiosks}.</translation>
        </message>
        <message>
            <source>If Windows asks, allow HCMD Lab on private networks. If no kiosk connects, allow TCP port {port} in the firewall.</source>
            <translation>Falls Windows fragt, lassen Sie HCMD Lab in privaten Netzwerken zu. Falls sich kein Kiosk verbindet, geben Sie den TCP-Port {port} in der Firewall frei.</translation>
        </message>
        <message>
            <source>A free port will be taken.</source>
            <translation>Ein freier Port wird gewählt.</translation>
        </message>
        <message>
            <source>Port {port} passes from session {session}, which has ended, to this one. Kiosks that are connected come over without being touched.</source>
            <translation>Port {port} geht von der beendeten Sitzung {session} auf diese über. Verbundene Kioske wechseln ohne Zutun.</translation>
        </message>
        <message>
            <source>A pilot is possible now. Nothing in it counts for the study.</source>
            <translation>Ein Pilot ist jetzt möglich. Nichts darin zählt für die Studie.</translation>
        </message>
        <message>
            <source>Kiosks reach this computer at {only}.</source>
            <translation>Kioske erreichen diesen Rechner unter {only}.</translation>
        </message>
        <message>
            <source>Prevents the session</source>
            <translation>Verhindert die Sitzung</translation>
        </message>
        <message>
            <source>Pairing code</source>
            <translation>Kopplungscode</translation>
        </message>
        <message>
            <source>Pairing code of this session</source>
            <translation>Kopplungscode dieser Sitzung</translation>
        </message>
        <message>
            <source>Press any key to close</source>
            <translation>Zum Schließen eine Taste drücken</translation>
        </message>
        <message>
            <source>This session has no instructions.</source>
            <translation>Diese Sitzung hat keine Anleitung.</translation>
        </message>
        <message>
            <source>Nobody has begun to read yet.</source>
            <translation>Noch hat niemand zu lesen begonnen.</translation>
        </message>
        <message>
            <source>Minutes and seconds on page 1, 2, …; the page open now is in colour.</source>
            <translation>Minuten und Sekunden auf Seite 1, 2, …; die jetzt offene Seite ist farbig.</translation>
        </message>
        <message>
            <source>Reading times</source>
            <translation>Lesezeiten</translation>
        </message>
        <message>
            <source>All pages</source>
            <translation>Alle Seiten</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>Vis&amp;it every station</source>
            <translation>Alle Plätze bes&amp;uchen</translation>
        </message>
        <message>
            <source>Sho&amp;w station names</source>
            <translation>Platz&amp;namen zeigen</translation>
        </message>
        <message>
            <source>Hide n&amp;ames</source>
            <translation>Namen verber&amp;gen</translation>
        </message>
        <message>
            <source>Take the message away</source>
            <translation>Nachricht entfernen</translation>
        </message>
        <message>
            <source>Mor&amp;e</source>
            <translation>&amp;Mehr</translation>
        </message>
        <message>
            <source>No station has reported since it was connected.</source>
            <translation>Noch kein Platz hat sich seit seiner Verbindung gemeldet.</translation>
        </message>
        <message>
            <source>No kiosk is connected. Kiosks connect while a session is open, and stay connected after its end until the next one.</source>
            <translation>Kein Kiosk ist verbunden. Kioske verbinden sich, während eine Sitzung offen ist, und bleiben nach ihrem Ende bis zur nächsten verbunden.</translation>
        </message>
        <message>
            <source>In the middle of a group: {stations}. Type the names of those that are meant all the same, with commas; the others are left alone.</source>
            <translation>Mitten in einer Gruppe: {stations}. Tippen Sie die Namen derer, die trotzdem gemeint sind, mit Kommas; die anderen bleiben unberührt.</translation>
        </message>
        <message>
            <source>Message on the kiosks</source>
            <translation>Nachricht an den Kiosken</translation>
        </message>
        <message>
            <source>Shown at {stations}, whether or not somebody sits there, until it is put away:</source>
            <translation>Erscheint an {stations}, ob dort jemand sitzt oder nicht, bis sie weggelegt wird:</translation>
        </message>
        <message>
            <source>Restart the kiosk</source>
            <translation>Kiosk neu starten</translation>
        </message>
        <message>
            <source>Quit the kiosk</source>
            <translation>Kiosk beenden</translation>
        </message>
        <message>
            <source>Shut the computer down</source>
            <translation>Computer herunterfahren</translation>
        </message>
        <message>
            <source>The kiosk program starts again at {stations} and shows the same page.</source>
            <translation>Das Kioskprogramm startet an {stations} neu und zeigt dieselbe Seite.</translation>
        </message>
        <message>
            <source>The kiosk program ends at {stations}; somebody has to start it there by hand.</source>
            <translation>Das Kioskprogramm endet an {stations}; jemand muss es dort von Hand starten.</translation>
        </message>
        <message>
            <source>The computers shut down at {stations}.</source>
            <translation>Die Computer an {stations} fahren herunter.</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Bildschirm</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Ton</translation>
        </message>
        <message>
            <source>Last asked</source>
            <translation>Zuletzt verlangt</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Nicht verbunden</translation>
        </message>
        <message>
            <source>Times and rules</source>
            <translation>Zeiten und Regeln</translation>
        </message>
        <message>
            <source>Gr&amp;oups</source>
            <translation>&amp;Gruppen</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Screen and &amp;log</source>
            <translation>Bildschirm und &amp;Protokoll</translation>
        </message>
        <message>
            <source>&amp;Kiosks…</source>
            <translation>&amp;Kioske…</translation>
        </message>
        <message>
            <source>Nothing is selected: what you do applies to everyone.</source>
            <translation>Nichts ist ausgewählt: Was Sie tun, gilt für alle.</translation>
        </message>
        <message>
            <source>Selected: {stations}</source>
            <translation>Ausgewählt: {stations}</translation>
        </message>
        <message>
            <source>Selected: {stations}, group {groups}</source>
            <translation>Ausgewählt: {stations}, Gruppe {groups}</translation>
        </message>
        <message>
            <source>Message to station {station}</source>
            <translation>Nachricht an Platz {station}</translation>
        </message>
        <message>
            <source>It stays on their screen until they have confirmed it.</source>
            <translation>Sie bleibt auf dem Bildschirm, bis sie bestätigt worden ist.</translation>
        </message>
        <message>
            <source>Instructions and surveys</source>
            <translation>Anleitung und Befragung</translation>
        </message>
        <message>
            <source>&amp;Preview the texts…</source>
            <translation>&amp;Vorschau der Texte…</translation>
        </message>
        <message>
            <source>&amp;Edit the texts</source>
            <translation>Te&amp;xte bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Open the folder</source>
            <translation>&amp;Ordner öffnen</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>Choose at least one language.</source>
            <translation>Wählen Sie mindestens eine Sprache.</translation>
        </message>
        <message>
            <source>The study has its own texts.</source>
            <translation>Die Studie hat eigene Texte.</translation>
        </message>
        <message>
            <source>There are no texts to show.</source>
            <translation>Es gibt keine Texte, die gezeigt werden könnten.</translation>
        </message>
        <message>
            <source>Make your o&amp;wn texts</source>
            <translation>Ei&amp;gene Texte anlegen</translation>
        </message>
        <message>
            <source>Participants go through: {parts}</source>
            <translation>Teilnehmende durchlaufen: {parts}</translation>
        </message>
        <message>
            <source>Switched off, participants will not see: {parts}</source>
            <translation>Ausgeschaltet, wird nicht gezeigt: {parts}</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>Preview of the texts</source>
            <translation>Vorschau der Texte</translation>
        </message>
        <message>
            <source>Longer pages can be scrolled at the station; here you see their beginning.</source>
            <translation>Längere Seiten werden am Platz gerollt; hier sehen Sie ihren Anfang.</translation>
        </message>
        <message>
            <source>Headings and buttons are in this window’s language here, and in the chosen one at the station.</source>
            <translation>Überschriften und Knöpfe sind hier in der Sprache dieses Fensters, am Platz in der gewählten.</translation>
        </message>
        <message>
            <source>All stations are disconnected and the session's clock stops. You can continue later with Resume; nothing is lost.</source>
            <translation>Alle Plätze werden getrennt, und die Uhr der Sitzung steht still. Mit „Fortsetzen“ geht es später weiter; nichts geht verloren.</translation>
        </message>
        <message>
            <source>Interrupt the session?</source>
            <translation>Sitzung unterbrechen?</translation>
        </message>
        <message>
            <source>Interrupt</source>
            <translation>Unterbrechen</translation>
        </message>
        <message>
            <source>End the session?</source>
            <translation>Sitzung beenden?</translation>
        </message>
        <message>
            <source>End the session</source>
            <translation>Sitzung beenden</translation>
        </message>
        <message>
            <source>The session has ended meanwhile.</source>
            <translation>Die Sitzung ist inzwischen beendet.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message numerus="yes">
            <source>{n} minute(s)</source>
            <translation>
                <numerusform>{n} Minute</numerusform>
                <numerusform>{n} Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>Groups complete</source>
            <translation>Vollständige Gruppen</translation>
        </message>
        <message>
            <source>Ended early, with pay</source>
            <translation>Vorzeitig beendet, mit Bezahlung</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>Ungültig</translation>
        </message>
        <message>
            <source>Closed, unfilled</source>
            <translation>Geschlossen, nicht voll</translation>
        </message>
        <message>
            <source>{count} of {groups}</source>
            <translation>{count} von {groups}</translation>
        </message>
        <message>
            <source>Count for the study</source>
            <translation>Zählen für die Studie</translation>
        </message>
        <message>
            <source>Made by default, as nothing was chosen in time</source>
            <translation>Ersatzweise, weil nicht rechtzeitig gewählt wurde</translation>
        </message>
        <message>
            <source>{count} ({share})</source>
            <translation>{count} ({share})</translation>
        </message>
        <message>
            <source>Made for participants who had left</source>
            <translation>Getroffen für Personen, die gegangen waren</translation>
        </message>
        <message>
            <source>and {n} more; the log tells them all</source>
            <translation>und {n} weitere; das Protokoll nennt alle</translation>
        </message>
        <message>
            <source>Show how stations join</source>
            <translation>Zeigen, wie Plätze beitreten</translation>
        </message>
        <message>
            <source>S&amp;ummary</source>
            <translation>&amp;Übersicht</translation>
        </message>
        <message>
            <source>This s&amp;ession</source>
            <translation>Diese S&amp;itzung</translation>
        </message>
        <message>
            <source>&amp;Payments…</source>
            <translation>&amp;Bezahlung…</translation>
        </message>
        <message>
            <source>Participant &amp;list…</source>
            <translation>&amp;Teilnehmerliste…</translation>
        </message>
        <message>
            <source>&amp;Turn someone away…</source>
            <translation>&amp;Jemanden abweisen…</translation>
        </message>
        <message>
            <source>Inte&amp;rrupt the session…</source>
            <translation>Sitzung &amp;unterbrechen…</translation>
        </message>
        <message>
            <source>En&amp;d the session…</source>
            <translation>Sitzung been&amp;den…</translation>
        </message>
        <message>
            <source>{purpose} · session {code}</source>
            <translation>{purpose} · Sitzung {code}</translation>
        </message>
        <message>
            <source>Session time {time}</source>
            <translation>Sitzungszeit {time}</translation>
        </message>
        <message numerus="yes">
            <source>{complete} of {n} group(s) complete</source>
            <translation>
                <numerusform>{complete} von {n} Gruppe vollständig</numerusform>
                <numerusform>{complete} von {n} Gruppen vollständig</numerusform>
            </translation>
        </message>
        <message>
            <source>study: {groups} of {target}</source>
            <translation>Studie: {groups} von {target}</translation>
        </message>
        <message>
            <source>Groups {numbers} do not count: simulated participants play in them.</source>
            <translation>Die Gruppen {numbers} zählen nicht: In ihnen spielen simulierte Teilnehmende.</translation>
        </message>
        <message>
            <source>Code {code}</source>
            <translation>Code {code}</translation>
        </message>
        <message>
            <source>&amp;Look at the session…</source>
            <translation>Sit&amp;zung ansehen…</translation>
        </message>
        <message>
            <source>&amp;Take the import back…</source>
            <translation>Import &amp;zurücknehmen…</translation>
        </message>
        <message>
            <source>Choose a session.</source>
            <translation>Wählen Sie eine Sitzung.</translation>
        </message>
        <message>
            <source>Payments, receipts, participants, log, settings and texts.</source>
            <translation>Auszahlungen, Quittungen, Teilnehmende, Protokoll, Einstellungen und Texte.</translation>
        </message>
        <message>
            <source>Session {code} was played elsewhere: its payments, log and settings are not in this study.</source>
            <translation>Die Sitzung {code} wurde anderswo gespielt: Ihre Auszahlungen, ihr Protokoll und ihre Einstellungen liegen nicht in dieser Studie.</translation>
        </message>
        <message>
            <source>A session is running; take the import back when it has ended.</source>
            <translation>Eine Sitzung läuft; nehmen Sie den Import zurück, wenn sie zu Ende ist.</translation>
        </message>
        <message>
            <source>Take the import {code} back</source>
            <translation>Den Import {code} zurücknehmen</translation>
        </message>
        <message>
            <source>A MODEL has used its groups. They will be declared unusable: they stay to be seen and count no longer. Why? The reason is kept in the study's log.</source>
            <translation>Ein MODEL hat seine Gruppen verwendet. Sie werden für unbrauchbar erklärt: Sie bleiben sichtbar und zählen nicht mehr. Warum? Der Grund bleibt im Protokoll der Studie.</translation>
        </message>
        <message>
            <source>Its groups will be removed; the file can be imported again. Why? The reason is kept in the study's log.</source>
            <translation>Seine Gruppen werden entfernt; die Datei kann wieder importiert werden. Warum? Der Grund bleibt im Protokoll der Studie.</translation>
        </message>
        <message>
            <source>&amp;Declare unusable</source>
            <translation>Für &amp;unbrauchbar erklären</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>Ablauf</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Zusammenfassung</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>{purpose} session {code}</source>
            <translation>{purpose}, Sitzung {code}</translation>
        </message>
        <message>
            <source>Opened {opened}</source>
            <translation>Geöffnet {opened}</translation>
        </message>
        <message>
            <source>closed {closed}</source>
            <translation>geschlossen {closed}</translation>
        </message>
        <message>
            <source>the usual ones</source>
            <translation>den üblichen</translation>
        </message>
        <message>
            <source>not shown</source>
            <translation>nicht gezeigt</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Angekommen</translation>
        </message>
        <message>
            <source>{state} (simulated)</source>
            <translation>{state} (simuliert)</translation>
        </message>
        <message>
            <source>S&amp;imulated participants…</source>
            <translation>S&amp;imulierte Teilnehmende…</translation>
        </message>
        <message numerus="yes">
            <source>{n} simulated participant(s) (was|were) told to sit down</source>
            <translation>
                <numerusform>{n} simulierte Person sollte sich setzen</numerusform>
                <numerusform>{n} simulierte Personen sollten sich setzen</numerusform>
            </translation>
        </message>
        <message>
            <source>This session admits only people on its participant list; a pilot can have simulated participants.</source>
            <translation>Diese Sitzung lässt nur Personen auf ihrer Teilnehmerliste zu; in einem Pilot können simulierte Teilnehmende spielen.</translation>
        </message>
        <message>
            <source>No seat is free.</source>
            <translation>Kein Sitz ist frei.</translation>
        </message>
        <message>
            <source>Everything in this study is marked as simulated.</source>
            <translation>Alles in dieser Studie ist als simuliert gekennzeichnet.</translation>
        </message>
        <message>
            <source>The screens speak of other people: tell whoever plays with simulated participants.</source>
            <translation>Die Bildschirme sprechen von anderen Menschen: Sagen Sie es allen, die mit simulierten Teilnehmenden spielen.</translation>
        </message>
        <message>
            <source>This is a pilot: none of its groups count for the study.</source>
            <translation>Dies ist ein Pilot: Keine seiner Gruppen zählt für die Studie.</translation>
        </message>
        <message>
            <source>A group with a simulated participant does not count for the study.</source>
            <translation>Eine Gruppe mit einer simulierten Person zählt nicht für die Studie.</translation>
        </message>
        <message>
            <source>Number of simulated participants</source>
            <translation>Zahl der simulierten Teilnehmenden</translation>
        </message>
        <message>
            <source>Let them sit down</source>
            <translation>Platz nehmen lassen</translation>
        </message>
        <message>
            <source>How many?</source>
            <translation>Wie viele?</translation>
        </message>
        <message numerus="yes">
            <source>{n} seat(s) (is|are) free. Simulated participants need no kiosk: they take seats in the order in which the groups are filled, and play by themselves.</source>
            <translation>
                <numerusform>{n} Sitz ist frei. Simulierte Teilnehmende brauchen keinen Kiosk: Sie nehmen Sitze in der Reihenfolge ein, in der sich die Gruppen füllen, und spielen von selbst.</numerusform>
                <numerusform>{n} Sitze sind frei. Simulierte Teilnehmende brauchen keinen Kiosk: Sie nehmen Sitze in der Reihenfolge ein, in der sich die Gruppen füllen, und spielen von selbst.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not checked in</source>
            <translation>Nicht angemeldet</translation>
        </message>
        <message>
            <source>Waits for the start</source>
            <translation>Wartet auf Start</translation>
        </message>
        <message>
            <source>Introduction</source>
            <translation>Einführung</translation>
        </message>
        <message>
            <source>Decides</source>
            <translation>Entscheidet</translation>
        </message>
        <message>
            <source>Waits for others</source>
            <translation>Wartet auf andere</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Voting</source>
            <translation>Stimmt ab</translation>
        </message>
        <message>
            <source>Vote’s result</source>
            <translation>Wahlergebnis</translation>
        </message>
        <message>
            <source>Has finished</source>
            <translation>Ist fertig</translation>
        </message>
        <message>
            <source>Ended early</source>
            <translation>Vorzeitig beendet</translation>
        </message>
        <message>
            <source>Session is over</source>
            <translation>Sitzung beendet</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Waits for groups</source>
            <translation>Wartet (Gruppen)</translation>
        </message>
        <message>
            <source>Sees the payment</source>
            <translation>Bezahlung</translation>
        </message>
        <message>
            <source>Goes home</source>
            <translation>Geht nach Hause</translation>
        </message>
        <message>
            <source>No consent</source>
            <translation>Keine Einwilligung</translation>
        </message>
        <message>
            <source>Participants arrive</source>
            <translation>Teilnehmende kommen an</translation>
        </message>
        <message>
            <source>Ready to start</source>
            <translation>Startbereit</translation>
        </message>
        <message>
            <source>Fund is divided</source>
            <translation>Fonds wird aufgeteilt</translation>
        </message>
        <message>
            <source>Votes are counted</source>
            <translation>Stimmen werden gezählt</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Vollständig</translation>
        </message>
        <message>
            <source>Seat {number}</source>
            <translation>Sitz {number}</translation>
        </message>
        <message>
            <source>Tail {number}</source>
            <translation>Übriger {number}</translation>
        </message>
        <message>
            <source>S{number}</source>
            <translation>P{number}</translation>
        </message>
        <message>
            <source>H</source>
            <translation>K</translation>
        </message>
        <message>
            <source>T{number}</source>
            <translation>Ü{number}</translation>
        </message>
        <message>
            <source>Stage {stage}, round {round} of {rounds}</source>
            <translation>Abschnitt {stage}, Runde {round} von {rounds}</translation>
        </message>
        <message>
            <source>Stage {stage} · {round}/{rounds}</source>
            <translation>Abschnitt {stage} · {round}/{rounds}</translation>
        </message>
        <message>
            <source>Nothing in this session counts for the study.</source>
            <translation>Nichts in dieser Sitzung zählt für die Studie.</translation>
        </message>
        <message>
            <source>Look &amp;at the stations</source>
            <translation>&amp;Plätze ansehen</translation>
        </message>
        <message>
            <source>{purpose} session {code} is over</source>
            <translation>Sitzung {code} ({purpose}) ist vorbei</translation>
        </message>
        <message>
            <source>Messages with this participant</source>
            <translation>Nachrichten mit dieser teilnehmenden Person</translation>
        </message>
        <message>
            <source>Message to this participant</source>
            <translation>Nachricht an diese teilnehmende Person</translation>
        </message>
        <message>
            <source>Choose a participant to read and write messages</source>
            <translation>Wählen Sie eine teilnehmende Person, um Nachrichten zu lesen und zu schreiben</translation>
        </message>
        <message numerus="yes">
            <source>{n} message(s) not read yet</source>
            <translation>
                <numerusform>{n} Nachricht noch nicht gelesen</numerusform>
                <numerusform>{n} Nachrichten noch nicht gelesen</numerusform>
            </translation>
        </message>
        <message>
            <source>No messages yet</source>
            <translation>Noch keine Nachrichten</translation>
        </message>
        <message>
            <source>Type a message.</source>
            <translation>Schreiben Sie eine Nachricht.</translation>
        </message>
        <message>
            <source>{time}  Participant: {text}</source>
            <translation>{time}  Teilnehmende Person: {text}</translation>
        </message>
        <message>
            <source>{time}  You: {text}</source>
            <translation>{time}  Sie: {text}</translation>
        </message>
        <message>
            <source>Text of the file</source>
            <translation>Text der Datei</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Vorige Seite</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>&amp;Done</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <source>{file} cannot be written: {reason}</source>
            <translation>{file} kann nicht geschrieben werden: {reason}</translation>
        </message>
        <message>
            <source>Everything is saved.</source>
            <translation>Alles ist gespeichert.</translation>
        </message>
        <message>
            <source>This is the first page.</source>
            <translation>Das ist die erste Seite.</translation>
        </message>
        <message>
            <source>This is the last page.</source>
            <translation>Das ist die letzte Seite.</translation>
        </message>
        <message>
            <source>This part is switched off.</source>
            <translation>Dieser Teil ist ausgeschaltet.</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Seite {page} von {pages}</translation>
        </message>
        <message>
            <source>Paired kiosks</source>
            <translation>Gekoppelte Kioske</translation>
        </message>
        <message>
            <source>Wa&amp;ke the chosen kiosks</source>
            <translation>Ausgewählte Kioske &amp;wecken</translation>
        </message>
        <message>
            <source>{station}: connected</source>
            <translation>{station}: verbunden</translation>
        </message>
        <message>
            <source>{station}: not connected</source>
            <translation>{station}: nicht verbunden</translation>
        </message>
        <message>
            <source>{station}: not connected, its network card is not known</source>
            <translation>{station}: nicht verbunden, die Netzwerkkarte ist nicht bekannt</translation>
        </message>
        <message>
            <source>Tick the computers that are to start.</source>
            <translation>Kreuzen Sie die Computer an, die starten sollen.</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>The session is open.</source>
            <translation>Die Sitzung ist offen.</translation>
        </message>
        <message>
            <source>This must be {expected}.</source>
            <translation>Erwartet wird: {expected}.</translation>
        </message>
        <message>
            <source>above {low}, up to {high} {unit}</source>
            <translation>über {low}, bis {high} {unit}</translation>
        </message>
        <message>
            <source>{low} to {high} {unit}</source>
            <translation>{low} bis {high} {unit}</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Zeitplan</translation>
        </message>
        <message>
            <source>Votes of the comparison</source>
            <translation>Stimmen des Vergleichs</translation>
        </message>
        <message>
            <source>Models of the participants</source>
            <translation>Modelle der Teilnehmenden</translation>
        </message>
        <message>
            <source>Course of the session</source>
            <translation>Ablauf der Sitzung</translation>
        </message>
        <message>
            <source>Late decisions and lost stations</source>
            <translation>Späte Entscheidungen und Plätze ohne Verbindung</translation>
        </message>
        <message>
            <source>Before the game</source>
            <translation>Vor dem Spiel</translation>
        </message>
        <message>
            <source>After the game</source>
            <translation>Nach dem Spiel</translation>
        </message>
        <message>
            <source>Amounts</source>
            <translation>Beträge</translation>
        </message>
        <message>
            <source>Games that end early</source>
            <translation>Spiele, die vorzeitig enden</translation>
        </message>
        <message>
            <source>Explained in the manual</source>
            <translation>Im Handbuch erklärt</translation>
        </message>
        <message>
            <source>Reset to {value}</source>
            <translation>Zurücksetzen auf {value}</translation>
        </message>
        <message>
            <source>Search settings</source>
            <translation>Einstellungen suchen</translation>
        </message>
        <message>
            <source>No setting matches “{text}”. Try another word.</source>
            <translation>Keine Einstellung passt zu „{text}“. Versuchen Sie ein anderes Wort.</translation>
        </message>
        <message>
            <source>On the page “{page}”: {titles}</source>
            <translation>Auf der Seite „{page}“: {titles}</translation>
        </message>
        <message>
            <source>No setting differs from {usual}.</source>
            <translation>Keine Einstellung weicht von {usual} ab.</translation>
        </message>
        <message numerus="yes">
            <source>{n} setting(s) (differs|differ) from {usual}; (it is|they are) marked with ●.</source>
            <translation>
                <numerusform>{n} Einstellung weicht von {usual} ab; sie ist mit ● markiert.</numerusform>
                <numerusform>{n} Einstellungen weichen von {usual} ab; sie sind mit ● markiert.</numerusform>
            </translation>
        </message>
        <message>
            <source>● {value}  (usually {usual})</source>
            <translation>● {value}  (üblich: {usual})</translation>
        </message>
        <message>
            <source>This is not there any more, or cannot be reached now:</source>
            <translation>Das gibt es nicht mehr, oder es ist jetzt nicht erreichbar:</translation>
        </message>
        <message>
            <source>No program on this computer opens this by itself. Open it by hand:</source>
            <translation>Kein Programm auf diesem Rechner öffnet dies von selbst. Öffnen Sie es von Hand:</translation>
        </message>
        <message>
            <source>It could not be shown</source>
            <translation>Es konnte nicht gezeigt werden</translation>
        </message>
        <message>
            <source>&amp;Copy the place</source>
            <translation>Ort &amp;kopieren</translation>
        </message>
        <message>
            <source>Device: {device}</source>
            <translation>Gerät: {device}</translation>
        </message>
        <message>
            <source>Last saved at {time}</source>
            <translation>Zuletzt gespeichert um {time}</translation>
        </message>
        <message>
            <source>No session</source>
            <translation>Keine Sitzung</translation>
        </message>
        <message>
            <source>Session {code} has ended</source>
            <translation>Sitzung {code} ist beendet</translation>
        </message>
        <message numerus="yes">
            <source>Session {code}: {ended} of {n} group(s) ended</source>
            <translation>
                <numerusform>Sitzung {code}: {ended} von {n} Gruppe fertig</numerusform>
                <numerusform>Sitzung {code}: {ended} von {n} Gruppen fertig</numerusform>
            </translation>
        </message>
        <message>
            <source>No training</source>
            <translation>Kein Training</translation>
        </message>
        <message>
            <source>{step} is stopping; the study closes then</source>
            <translation>{step} wird angehalten; danach wird die Studie geschlossen</translation>
        </message>
        <message>
            <source>{step} is stopping</source>
            <translation>{step} wird angehalten</translation>
        </message>
        <message>
            <source>CONVERGENCE has not found that training is at its end, and this was the last planned iteration. Another one can be added before new participants compare the mechanism.</source>
            <translation>CONVERGENCE hat nicht gefunden, dass das Training am Ende ist, und dies war der letzte geplante Durchgang. Ein weiterer lässt sich hinzufügen, bevor neue Teilnehmende den Mechanismus vergleichen.</translation>
        </message>
        <message>
            <source>Add an &amp;iteration…</source>
            <translation>&amp;Durchgang hinzufügen…</translation>
        </message>
        <message>
            <source>Add iteration {number}</source>
            <translation>Durchgang {number} hinzufügen</translation>
        </message>
        <message>
            <source>The study notes that this iteration was added, and when.</source>
            <translation>Die Studie vermerkt, dass und wann dieser Durchgang hinzugefügt wurde.</translation>
        </message>
        <message>
            <source>Set &amp;aside and go back</source>
            <translation>Beiseite&amp;legen und zurückgehen</translation>
        </message>
        <message>
            <source>Go back to a step</source>
            <translation>Zu einem Schritt zurückgehen</translation>
        </message>
        <message>
            <source>What the groups did in ACQUIRE stays &amp;data for MODEL</source>
            <translation>Was die Gruppen in ACQUIRE getan haben, bleibt &amp;Datengrundlage von MODEL</translation>
        </message>
        <message>
            <source>&amp;Step that comes next then</source>
            <translation>&amp;Schritt, der dann als Nächstes kommt</translation>
        </message>
        <message>
            <source>&amp;Why? It is kept in the study’s log</source>
            <translation>&amp;Warum? Es steht im Protokoll der Studie</translation>
        </message>
        <message>
            <source>&amp;Keep everything</source>
            <translation>Alles &amp;behalten</translation>
        </message>
        <message>
            <source>No step has been taken that the study could go back to.</source>
            <translation>Es ist kein Schritt ausgeführt, zu dem die Studie zurückgehen könnte.</translation>
        </message>
        <message>
            <source>A backup is being made…</source>
            <translation>Eine Sicherung wird gemacht…</translation>
        </message>
        <message>
            <source>{step} of iteration {iteration}</source>
            <translation>{step} von Durchgang {iteration}</translation>
        </message>
        <message>
            <source>of at most {most}</source>
            <translation>von höchstens {most}</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>The loop of the study</source>
            <translation>Der Kreislauf der Studie</translation>
        </message>
        <message>
            <source>not at its end: another iteration</source>
            <translation>nicht am Ende: ein weiterer Durchgang</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Als Nächstes</translation>
        </message>
        <message>
            <source>Training waits until it has ended, so as not to disturb the session.</source>
            <translation>Das Training wartet bis zu ihrem Ende, damit die Sitzung ruhig bleibt.</translation>
        </message>
        <message>
            <source>Go to the session</source>
            <translation>Zur Sitzung</translation>
        </message>
        <message>
            <source>{step} is being computed</source>
            <translation>{step} wird berechnet</translation>
        </message>
        <message>
            <source>Opening a session pauses it.</source>
            <translation>Eine Sitzung zu öffnen hält es an.</translation>
        </message>
        <message>
            <source>Opening a session ends it: sessions then rest on the result that it has already.</source>
            <translation>Eine Sitzung zu öffnen beendet es: Sitzungen beruhen dann auf dem Ergebnis, das es schon gibt.</translation>
        </message>
        <message>
            <source>The first mechanism is being made</source>
            <translation>Der erste Mechanismus wird erzeugt</translation>
        </message>
        <message>
            <source>Sessions can be opened as soon as it is done.</source>
            <translation>Sobald er fertig ist, lassen sich Sitzungen öffnen.</translation>
        </message>
        <message>
            <source>Watch the training</source>
            <translation>Training verfolgen</translation>
        </message>
        <message>
            <source>Resume session {session}</source>
            <translation>Sitzung {session} fortsetzen</translation>
        </message>
        <message>
            <source>It was interrupted. Everyone continues at their own screen with the time that was left. No other session is possible until it has ended.</source>
            <translation>Sie wurde unterbrochen. Alle machen an ihrem eigenen Bildschirm mit der verbliebenen Zeit weiter. Bis zu ihrem Ende ist keine andere Sitzung möglich.</translation>
        </message>
        <message>
            <source>Resume the session…</source>
            <translation>Sitzung fortsetzen…</translation>
        </message>
        <message>
            <source>Store the result</source>
            <translation>Ergebnis speichern</translation>
        </message>
        <message>
            <source>The study could not be written. Fix that, then store the result.</source>
            <translation>Die Studie konnte nicht geschrieben werden. Beheben Sie das und speichern Sie dann das Ergebnis.</translation>
        </message>
        <message>
            <source>The study is complete</source>
            <translation>Die Studie ist abgeschlossen</translation>
        </message>
        <message>
            <source>Look at its figures, write the report, export the data.</source>
            <translation>Abbildungen ansehen, Bericht schreiben, Daten exportieren.</translation>
        </message>
        <message>
            <source>Results and report</source>
            <translation>Ergebnisse und Bericht</translation>
        </message>
        <message>
            <source>Continue {step}</source>
            <translation>Weiter mit {step}</translation>
        </message>
        <message>
            <source>Start {step} over</source>
            <translation>{step} neu starten</translation>
        </message>
        <message>
            <source>Make the first mechanism</source>
            <translation>Ersten Mechanismus erzeugen</translation>
        </message>
        <message>
            <source>It is random; the first groups play it. Sessions are possible afterwards.</source>
            <translation>Er ist zufällig; die ersten Gruppen spielen ihn. Danach sind Sitzungen möglich.</translation>
        </message>
        <message>
            <source>{purpose}. It runs in the background; opening a session stops it.</source>
            <translation>{purpose}. Läuft im Hintergrund; eine Sitzung zu öffnen hält es an.</translation>
        </message>
        <message>
            <source>Start {step}</source>
            <translation>{step} starten</translation>
        </message>
        <message>
            <source>Run a session</source>
            <translation>Sitzung durchführen</translation>
        </message>
        <message>
            <source>Run a session…</source>
            <translation>Sitzung durchführen…</translation>
        </message>
        <message>
            <source>MODEL is possible when all of them have.</source>
            <translation>MODEL ist möglich, sobald es alle sind.</translation>
        </message>
        <message>
            <source>The votes of a contrast can be evaluated when all of its groups have. New participants are needed.</source>
            <translation>Die Stimmen eines Vergleichs können ausgezählt werden, wenn alle seine Gruppen gespielt haben. Neue Teilnehmende werden gebraucht.</translation>
        </message>
        <message>
            <source>The votes can be evaluated when all of them have. New participants are needed.</source>
            <translation>Die Stimmen können ausgewertet werden, sobald alle es getan haben. Dafür werden neue Teilnehmende gebraucht.</translation>
        </message>
        <message>
            <source>The votes may be looked at after any group: “Look at the votes” below. New participants are needed.</source>
            <translation>Die Stimmen dürfen nach jeder Gruppe angesehen werden: „Stimmen ansehen“ weiter unten. Es werden neue Teilnehmende gebraucht.</translation>
        </message>
        <message>
            <source>How many groups?</source>
            <translation>Wie viele Gruppen?</translation>
        </message>
        <message>
            <source>True vote share</source>
            <translation>Wahrer Stimmenanteil</translation>
        </message>
        <message>
            <source>Statistical power</source>
            <translation>Teststärke</translation>
        </message>
        <message>
            <source>Correlation of votes within a group</source>
            <translation>Korrelation der Stimmen einer Gruppe</translation>
        </message>
        <message>
            <source>&amp;Simulate</source>
            <translation>S&amp;imulieren</translation>
        </message>
        <message>
            <source>Compare simulated &amp;people</source>
            <translation>Simulierte &amp;Personen vergleichen</translation>
        </message>
        <message>
            <source>EVALUATE compares two mechanisms by vote. With how many groups would such a share of votes be detected?</source>
            <translation>EVALUATE vergleicht zwei Mechanismen durch Abstimmung. Mit wie vielen Gruppen würde ein solcher Stimmenanteil entdeckt?</translation>
        </message>
        <message>
            <source>Evaluations are simulated.</source>
            <translation>Vergleiche werden simuliert.</translation>
        </message>
        <message>
            <source>Every kind of simulated people votes; that takes a quarter minute.</source>
            <translation>Jede Art simulierter Personen stimmt ab; das dauert eine Viertelminute.</translation>
        </message>
        <message>
            <source>The simulation has failed; try it in a terminal with: hcmd-lab power</source>
            <translation>Die Simulation ist fehlgeschlagen; versuchen Sie es in einem Terminal mit: hcmd-lab power</translation>
        </message>
        <message>
            <source>Power by number of groups</source>
            <translation>Teststärke nach Zahl der Gruppen</translation>
        </message>
        <message>
            <source>Wanted</source>
            <translation>Gewünscht</translation>
        </message>
        <message>
            <source>Registration and audit</source>
            <translation>Registrierung und Nachweis</translation>
        </message>
        <message>
            <source>&amp;Freeze the plan…</source>
            <translation>Plan &amp;einfrieren…</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <source>The plan is kept in the study’s log with its hash and can never be changed. Copy the text into a registry, such as OSF or AsPredicted, to show it to others.</source>
            <translation>Der Plan wird mit seinem Hash im Protokoll der Studie aufbewahrt und kann nie mehr geändert werden. Kopieren Sie den Text in ein Register wie OSF oder AsPredicted, um ihn anderen zu zeigen.</translation>
        </message>
        <message>
            <source>Freeze the plan of the comparison?</source>
            <translation>Den Plan des Vergleichs einfrieren?</translation>
        </message>
        <message>
            <source>&amp;Freeze</source>
            <translation>&amp;Einfrieren</translation>
        </message>
        <message>
            <source>{nats} nats</source>
            <translation>{nats} Nats</translation>
        </message>
        <message>
            <source>Per decision; the best simple rule has {nats}.</source>
            <translation>Je Entscheidung; die beste einfache Regel hat {nats}.</translation>
        </message>
        <message>
            <source>Not changed</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <source>{share} of votes</source>
            <translation>{share} der Stimmen</translation>
        </message>
        <message numerus="yes">
            <source>{n} contrast(s)</source>
            <translation>
                <numerusform>{n} Vergleich</numerusform>
                <numerusform>{n} Vergleiche</numerusform>
            </translation>
        </message>
        <message>
            <source>A session is running.</source>
            <translation>Eine Sitzung läuft.</translation>
        </message>
        <message>
            <source>Is being computed.</source>
            <translation>Wird berechnet.</translation>
        </message>
        <message>
            <source>Was paused</source>
            <translation>Wurde angehalten</translation>
        </message>
        <message>
            <source>Can start</source>
            <translation>Kann starten</translation>
        </message>
        <message>
            <source>Not yet: there is no first mechanism.</source>
            <translation>Noch nicht: Der erste Mechanismus ist nicht erzeugt.</translation>
        </message>
        <message numerus="yes">
            <source>Not yet: needs {n} group(s).</source>
            <translation>
                <numerusform>Noch nicht: braucht {n} Gruppe.</numerusform>
                <numerusform>Noch nicht: braucht {n} Gruppen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not yet: comes after MODEL.</source>
            <translation>Noch nicht: kommt nach MODEL.</translation>
        </message>
        <message>
            <source>Not yet: comes after OPTIMIZE.</source>
            <translation>Noch nicht: kommt nach OPTIMIZE.</translation>
        </message>
        <message>
            <source>Not in this iteration: the loop continued.</source>
            <translation>Nicht in diesem Durchgang: Der Kreislauf ging weiter.</translation>
        </message>
        <message>
            <source>Not yet: comes after CONVERGENCE.</source>
            <translation>Noch nicht: kommt nach CONVERGENCE.</translation>
        </message>
        <message>
            <source>Not yet: when CONVERGENCE says stop, or after iteration {most}.</source>
            <translation>Noch nicht: wenn CONVERGENCE Stopp sagt oder nach Durchgang {most}.</translation>
        </message>
        <message>
            <source>Makes the first mechanism</source>
            <translation>Erzeugt den ersten Mechanismus</translation>
        </message>
        <message>
            <source>Participants play and vote</source>
            <translation>Die Teilnehmenden spielen und stimmen ab</translation>
        </message>
        <message>
            <source>Learns how people contribute and vote</source>
            <translation>Lernt, wie Menschen beitragen und abstimmen</translation>
        </message>
        <message>
            <source>Trains the mechanism to win votes</source>
            <translation>Trainiert den Mechanismus, Stimmen zu gewinnen</translation>
        </message>
        <message>
            <source>Checks whether it still improves</source>
            <translation>Fragt, ob er sich noch verbessert</translation>
        </message>
        <message>
            <source>New people compare mechanisms by vote</source>
            <translation>Neue Personen vergleichen Mechanismen durch Abstimmung</translation>
        </message>
        <message>
            <source>Counts how new people have voted</source>
            <translation>Zählt, wie neue Personen abgestimmt haben</translation>
        </message>
        <message>
            <source>About this study</source>
            <translation>Über diese Studie</translation>
        </message>
        <message>
            <source>Dup&amp;licate…</source>
            <translation>Duplizie&amp;ren…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Löschen…</translation>
        </message>
        <message>
            <source>E&amp;xplain the mechanism…</source>
            <translation>Mechanismus &amp;erklären…</translation>
        </message>
        <message>
            <source>Loo&amp;k at the votes</source>
            <translation>Stim&amp;men ansehen</translation>
        </message>
        <message>
            <source>&amp;Registration and audit…</source>
            <translation>Registrierung und Nach&amp;weis…</translation>
        </message>
        <message>
            <source>No group has played whose votes have not been looked at.</source>
            <translation>Keine Gruppe hat gespielt, deren Stimmen noch nicht angesehen wurden.</translation>
        </message>
        <message>
            <source>EVALUATE is not the next step.</source>
            <translation>EVALUATE ist nicht der nächste Schritt.</translation>
        </message>
        <message>
            <source>Languages: {codes}.</source>
            <translation>Sprachen: {codes}.</translation>
        </message>
        <message>
            <source>Made by {user} on {when}</source>
            <translation>Angelegt von {user} am {when}</translation>
        </message>
        <message>
            <source>Made on {when}</source>
            <translation>Angelegt am {when}</translation>
        </message>
        <message>
            <source>version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <source>iteration {iteration} added on {when}</source>
            <translation>Durchgang {iteration} hinzugefügt am {when}</translation>
        </message>
        <message>
            <source>Nothing rests on the result of {step} yet: it may be taken again, and this result is kept.</source>
            <translation>Auf dem Ergebnis von {step} ruht noch nichts: Der Schritt kann wiederholt werden, und dieses Ergebnis bleibt erhalten.</translation>
        </message>
        <message>
            <source>No group has come or gone since.</source>
            <translation>Seither ist keine Gruppe hinzugekommen oder weggefallen.</translation>
        </message>
        <message>
            <source>Take {step} &amp;again</source>
            <translation>{step} &amp;noch einmal</translation>
        </message>
        <message>
            <source>Take {step} again</source>
            <translation>{step} noch einmal ausführen</translation>
        </message>
        <message>
            <source>Draw with a new &amp;seed</source>
            <translation>Mit einem neuen &amp;Startwert ziehen</translation>
        </message>
        <message>
            <source>The earlier result is kept. With the same seed, the same data and settings give the same result, bit by bit, on the same device.</source>
            <translation>Das frühere Ergebnis bleibt aufbewahrt. Mit demselben Startwert geben dieselben Daten und Einstellungen auf demselben Gerät dasselbe Ergebnis, Bit für Bit.</translation>
        </message>
        <message>
            <source>&amp;Updates</source>
            <translation>&amp;Updates</translation>
        </message>
        <message>
            <source>&amp;Take it again</source>
            <translation>&amp;Noch einmal ausführen</translation>
        </message>
        <message>
            <source>Name of the new study’s folder</source>
            <translation>Name des Ordners der neuen Studie</translation>
        </message>
        <message>
            <source>Open the folder of a study</source>
            <translation>Ordner einer Studie öffnen</translation>
        </message>
        <message>
            <source>A session or training of this study is running; end it before you delete the study.</source>
            <translation>Eine Sitzung oder ein Training dieser Studie läuft; beenden Sie es, bevor Sie die Studie löschen.</translation>
        </message>
        <message>
            <source>Its folder {folder} goes to the computer’s bin.</source>
            <translation>Ihr Ordner {folder} kommt in den Papierkorb des Rechners.</translation>
        </message>
        <message>
            <source>Delete the study “{name}”?</source>
            <translation>Die Studie „{name}“ löschen?</translation>
        </message>
        <message>
            <source>&amp;Move it to the bin</source>
            <translation>In den &amp;Papierkorb legen</translation>
        </message>
        <message>
            <source>&amp;Keep the study</source>
            <translation>Studie &amp;behalten</translation>
        </message>
        <message>
            <source>Close the study?</source>
            <translation>Studie schließen?</translation>
        </message>
        <message>
            <source>Close the study</source>
            <translation>Studie schließen</translation>
        </message>
        <message>
            <source>Quit HCMD Lab?</source>
            <translation>HCMD Lab beenden?</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Training saves its state first.</source>
            <translation>Das Training speichert zuerst seinen Stand.</translation>
        </message>
        <message>
            <source>Leave the open study?</source>
            <translation>Offene Studie verlassen?</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Verlassen</translation>
        </message>
        <message>
            <source>Back to the &amp;present</source>
            <translation>Zurück zum &amp;jetzigen Stand</translation>
        </message>
        <message>
            <source>Choose a folder for the study.</source>
            <translation>Wählen Sie einen Ordner für die Studie.</translation>
        </message>
        <message>
            <source>The folder’s path has characters that cannot be seen; type it, or choose another.</source>
            <translation>Der Pfad des Ordners hat Zeichen, die man nicht sieht; tippen Sie ihn, oder wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>The folder {folder} is not empty; choose another.</source>
            <translation>Der Ordner {folder} ist nicht leer; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>Support file</source>
            <translation>Datei für den Beistand</translation>
        </message>
        <message>
            <source>A file for whoever helps you with this program: versions, the program’s own logs, and of the open study its settings and what happened in its sessions and when.</source>
            <translation>Eine Datei für alle, die Ihnen mit diesem Programm helfen: Versionen, die eigenen Protokolle des Programms und von der offenen Studie ihre Einstellungen und was in ihren Sitzungen wann geschehen ist.</translation>
        </message>
        <message>
            <source>Labels, answers, messages, choices, votes and pay of participants are left out; so is your user name. All of it is text: look through it before you send it.</source>
            <translation>Kennungen, Antworten, Nachrichten, Entscheidungen, Stimmen und Auszahlungen der Teilnehmenden fehlen darin, ebenso Ihr Benutzername. Alles darin ist Text: Sehen Sie es durch, bevor Sie es weitergeben.</translation>
        </message>
        <message>
            <source>Show in fol&amp;der</source>
            <translation>Im &amp;Ordner zeigen</translation>
        </message>
        <message>
            <source>The file is being written.</source>
            <translation>Die Datei wird geschrieben.</translation>
        </message>
        <message>
            <source>The file is saved: {file}</source>
            <translation>Die Datei ist gespeichert: {file}</translation>
        </message>
        <message>
            <source>SIMULATED PEOPLE</source>
            <translation>SIMULIERTE PERSONEN</translation>
        </message>
        <message>
            <source>Simulated participants play in this study.</source>
            <translation>In dieser Studie spielen simulierte Personen.</translation>
        </message>
        <message>
            <source>Iteration {iteration} of at most {iterations}</source>
            <translation>Durchgang {iteration} von höchstens {iterations}</translation>
        </message>
        <message>
            <source>What to do next</source>
            <translation>Was als Nächstes zu tun ist</translation>
        </message>
        <message>
            <source>Nash mixture: none of these mechanisms is expected to win more than half the votes against it.</source>
            <translation>Nash-Mischung: Keiner dieser Mechanismen gewinnt voraussichtlich mehr als die Hälfte der Stimmen gegen sie.</translation>
        </message>
        <message>
            <source>Explain the mechanism</source>
            <translation>Mechanismus erklären</translation>
        </message>
        <message>
            <source>The mechanism is read.</source>
            <translation>Der Mechanismus wird gelesen.</translation>
        </message>
        <message>
            <source>What another coin returns to its giver</source>
            <translation>Was eine weitere Münze dem zurückbringt, der sie gibt</translation>
        </message>
        <message>
            <source>&amp;Details</source>
            <translation>Deta&amp;ils</translation>
        </message>
        <message>
            <source>C&amp;opy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>Open a study or make a new one; its training is shown here.</source>
            <translation>Öffnen Sie eine Studie oder legen Sie eine neue an; ihr Training erscheint hier.</translation>
        </message>
        <message>
            <source>The training process is starting ({time}).</source>
            <translation>Der Trainingsprozess startet ({time}).</translation>
        </message>
        <message>
            <source>{step} has finished but is not stored</source>
            <translation>{step} ist berechnet, aber nicht gespeichert</translation>
        </message>
        <message>
            <source>Sto&amp;re the result</source>
            <translation>Ergebnis speiche&amp;rn</translation>
        </message>
        <message>
            <source>{step} has failed</source>
            <translation>{step} ist fehlgeschlagen</translation>
        </message>
        <message>
            <source>Its last save is kept: it can continue from there.</source>
            <translation>Was gespeichert war, bleibt erhalten: Von dort kann es weitergehen.</translation>
        </message>
        <message>
            <source>{step} is paused</source>
            <translation>{step} ist angehalten</translation>
        </message>
        <message>
            <source>Everything it learned is shown below.</source>
            <translation>Alles, was sie gelernt hat, steht unten.</translation>
        </message>
        <message>
            <source>Figures &amp;and report</source>
            <translation>A&amp;bbildungen und Bericht</translation>
        </message>
        <message>
            <source>Next: {step}</source>
            <translation>Als Nächstes: {step}</translation>
        </message>
        <message>
            <source>&amp;Make the first mechanism</source>
            <translation>Ersten Mechanismus er&amp;zeugen</translation>
        </message>
        <message>
            <source>Sta&amp;rt {step}</source>
            <translation>{step} sta&amp;rten</translation>
        </message>
        <message>
            <source>Sta&amp;rt {step} over</source>
            <translation>{step} neu sta&amp;rten</translation>
        </message>
        <message>
            <source>A session is running. Training waits until it has ended, so as not to disturb it.</source>
            <translation>Eine Sitzung läuft. Das Training wartet bis zu ihrem Ende, damit sie ruhig bleibt.</translation>
        </message>
        <message>
            <source>The first mechanism</source>
            <translation>Der erste Mechanismus</translation>
        </message>
        <message>
            <source>{step}, iteration {iteration}</source>
            <translation>{step}, Durchgang {iteration}</translation>
        </message>
        <message>
            <source>Cross-entropy of contributions</source>
            <translation>Kreuzentropie der Beiträge</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>Cross-entropy of votes</source>
            <translation>Kreuzentropie der Stimmen</translation>
        </message>
        <message>
            <source>Penalty of the vote model</source>
            <translation>Strafterm des Stimmenmodells</translation>
        </message>
        <message>
            <source>The votes follow when the contributions are fitted.</source>
            <translation>Die Stimmen folgen, wenn die Beiträge angepasst sind.</translation>
        </message>
        <message>
            <source>Nats per decision; lower is better</source>
            <translation>Nats je Entscheidung; niedriger ist besser</translation>
        </message>
        <message>
            <source>Nats per vote, held out; lower is better</source>
            <translation>Nats je Stimme, zurückgehaltene Daten; niedriger ist besser</translation>
        </message>
        <message>
            <source>Solid lines: groups the model has not seen. Dashed lines: groups it learns from. Grey lines: simple rules that it has to beat.</source>
            <translation>Durchgezogen: Gruppen, die das Modell nicht gesehen hat. Gestrichelt: Gruppen, aus denen es lernt. Grau: einfache Regeln, die es übertreffen muss.</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Update</translation>
        </message>
        <message>
            <source>Expected share of votes against the mechanism that training began with</source>
            <translation>Erwarteter Stimmenanteil gegen den Mechanismus, mit dem das Training begann</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Signal-to-noise ratio of the gradient</source>
            <translation>Signal-Rausch-Verhältnis des Gradienten</translation>
        </message>
        <message>
            <source>Ratio</source>
            <translation>Verhältnis</translation>
        </message>
        <message>
            <source>Gradient: signal to noise</source>
            <translation>Gradient: Signal zu Rauschen</translation>
        </message>
        <message>
            <source>The first maps are being drawn.</source>
            <translation>Die ersten Karten werden gezeichnet.</translation>
        </message>
        <message>
            <source>{name}, as it was trained</source>
            <translation>{name}, wie er trainiert wurde</translation>
        </message>
        <message>
            <source>at update {update}</source>
            <translation>bei Update {update}</translation>
        </message>
        <message>
            <source>The mechanism that training begins with, before the first update</source>
            <translation>Der Mechanismus, mit dem das Training beginnt, vor dem ersten Update</translation>
        </message>
        <message>
            <source>{name}, before the first update</source>
            <translation>{name}, vor dem ersten Update</translation>
        </message>
        <message>
            <source>Modelled participants play and vote; the mechanism learns what they vote for.</source>
            <translation>Modellierte Personen spielen und stimmen ab; der Mechanismus lernt, wofür sie stimmen.</translation>
        </message>
        <message>
            <source>One update takes {ms} ms.</source>
            <translation>Ein Update dauert {ms} ms.</translation>
        </message>
        <message>
            <source>Held out, size {size}</source>
            <translation>Zurückgehalten, Größe {size}</translation>
        </message>
        <message>
            <source>Fit to all groups</source>
            <translation>Anpassung an alle Gruppen</translation>
        </message>
        <message>
            <source>Epoch {epoch}</source>
            <translation>Epoche {epoch}</translation>
        </message>
        <message>
            <source>Best penalty</source>
            <translation>Beste Strafe</translation>
        </message>
        <message>
            <source>Penalty {penalty}</source>
            <translation>Strafe {penalty}</translation>
        </message>
        <message>
            <source>Equal</source>
            <translation>Gleich</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Bars: 95% interval over {groups} played by the models; in the end over {final}.</source>
            <translation>Balken: 95-%-Intervall über {groups}, die von den Modellen gespielt werden; am Ende über {final}.</translation>
        </message>
        <message>
            <source>Shaded: 95% interval over {groups} played by the models; in the end over {final}.</source>
            <translation>Schattiert: 95-%-Intervall über {groups}, die von den Modellen gespielt werden; am Ende über {final}.</translation>
        </message>
        <message>
            <source>Update {update}</source>
            <translation>Update {update}</translation>
        </message>
        <message>
            <source>The first mechanism is random, unless the study starts from another study's mechanism. It takes a moment, and sessions follow.</source>
            <translation>Der erste Mechanismus ist zufällig, es sei denn, die Studie beginnt mit dem einer anderen. Es dauert einen Moment, danach folgen Sitzungen.</translation>
        </message>
        <message>
            <source>Fits two models to everything played so far: how people contribute and how they vote.</source>
            <translation>Passt zwei Modelle an alles bisher Gespielte an: wie Menschen beitragen und wie sie abstimmen.</translation>
        </message>
        <message>
            <source>Trains the mechanism by self-play, so that the modelled participants vote for it.</source>
            <translation>Trainiert den Mechanismus im Spiel gegen sich selbst, sodass die modellierten Menschen für ihn stimmen.</translation>
        </message>
        <message>
            <source>Compares all mechanisms so far and checks whether another iteration is worth it.</source>
            <translation>Vergleicht alle bisherigen Mechanismen und fragt, ob sich ein weiterer Durchgang lohnt.</translation>
        </message>
        <message>
            <source>Counts the votes of new participants for one mechanism against another.</source>
            <translation>Zählt die Stimmen neuer Teilnehmender für einen Mechanismus gegen einen anderen.</translation>
        </message>
        <message>
            <source>Cross-validation</source>
            <translation>Kreuzvalidierung</translation>
        </message>
        <message>
            <source>Fit to the votes</source>
            <translation>Anpassung an die Stimmen</translation>
        </message>
        <message>
            <source>Self-play</source>
            <translation>Spiel gegen sich selbst</translation>
        </message>
        <message>
            <source>Every mechanism meets every other</source>
            <translation>Jeder Mechanismus trifft auf jeden anderen</translation>
        </message>
        <message>
            <source>Counting votes</source>
            <translation>Auszählung der Stimmen</translation>
        </message>
        <message>
            <source>Tables for sessions</source>
            <translation>Tabellen für Sitzungen</translation>
        </message>
        <message>
            <source>model size {size} of {sizes}</source>
            <translation>Modellgröße {size} von {sizes}</translation>
        </message>
        <message>
            <source>{step} is starting</source>
            <translation>{step} startet</translation>
        </message>
        <message>
            <source>{step}: {activity}</source>
            <translation>{step}: {activity}</translation>
        </message>
        <message>
            <source>{step}: trained, {share} of its tables for sessions done</source>
            <translation>{step}: trainiert, {share} seiner Tabellen für Sitzungen fertig</translation>
        </message>
        <message>
            <source>{step}: {share} done</source>
            <translation>{step}: {share} fertig</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {n} contribution profile(s)</source>
            <translation>
                <numerusform>{done} von {n} Beitragsprofil</numerusform>
                <numerusform>{done} von {n} Beitragsprofilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of {n} update(s)</source>
            <translation>
                <numerusform>{done} von {n} Update</numerusform>
                <numerusform>{done} von {n} Updates</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of at most {n} epoch(s)</source>
            <translation>
                <numerusform>{done} von höchstens {n} Epoche</numerusform>
                <numerusform>{done} von höchstens {n} Epochen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of {n} mechanism(s) played, {pairs} compared</source>
            <translation>
                <numerusform>{done} von {n} Mechanismus gespielt, {pairs} verglichen</numerusform>
                <numerusform>{done} von {n} Mechanismen gespielt, {pairs} verglichen</numerusform>
            </translation>
        </message>
        <message>
            <source>{step} has no result yet</source>
            <translation>{step} hat noch kein Ergebnis</translation>
        </message>
        <message>
            <source>It is possible when the groups of this iteration have played.</source>
            <translation>Möglich, wenn die Gruppen dieses Durchgangs gespielt haben.</translation>
        </message>
        <message>
            <source>It is possible when new groups have compared mechanisms by vote.</source>
            <translation>Es ist möglich, wenn neue Gruppen Mechanismen durch Abstimmung verglichen haben.</translation>
        </message>
        <message>
            <source>It is possible after {step}.</source>
            <translation>Möglich nach {step}.</translation>
        </message>
        <message>
            <source>{step} has no result in iteration {iteration}</source>
            <translation>{step} hat in Durchgang {iteration} kein Ergebnis</translation>
        </message>
        <message>
            <source>Has a result</source>
            <translation>Hat ein Ergebnis</translation>
        </message>
        <message>
            <source>Is being computed</source>
            <translation>Wird berechnet</translation>
        </message>
        <message>
            <source>Is the next step</source>
            <translation>Ist der nächste Schritt</translation>
        </message>
        <message>
            <source>Is not possible yet</source>
            <translation>Ist noch nicht möglich</translation>
        </message>
        <message>
            <source>It is being cancelled; what it has done so far is deleted.</source>
            <translation>Es wird abgebrochen; was es bisher getan hat, wird gelöscht.</translation>
        </message>
        <message>
            <source>It is stopping.</source>
            <translation>Es wird angehalten.</translation>
        </message>
        <message>
            <source>The study closes as soon as it has stopped.</source>
            <translation>Die Studie wird geschlossen, sobald es angehalten ist.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>Ca&amp;ncel…</source>
            <translation>Ab&amp;brechen…</translation>
        </message>
        <message>
            <source>Progress of the training</source>
            <translation>Fortschritt des Trainings</translation>
        </message>
        <message>
            <source>Discards this step's progress; asks for confirmation first.</source>
            <translation>Vergisst, was dieser Schritt bisher getan hat; es wird vorher gefragt.</translation>
        </message>
        <message>
            <source>on {device}</source>
            <translation>auf {device}</translation>
        </message>
        <message>
            <source>Being computed</source>
            <translation>Wird berechnet</translation>
        </message>
        <message>
            <source>A training step is already running.</source>
            <translation>Es läuft schon ein Trainingsschritt.</translation>
        </message>
        <message>
            <source>Training waits until the session has ended, so as not to disturb it.</source>
            <translation>Das Training wartet, bis die Sitzung beendet ist, damit sie ungestört bleibt.</translation>
        </message>
        <message>
            <source>{step} had ended before it was cancelled; nothing was deleted.</source>
            <translation>{step} war schon zu Ende, bevor abgebrochen wurde; es wurde nichts gelöscht.</translation>
        </message>
        <message>
            <source>E&amp;xplain it…</source>
            <translation>&amp;Erklären…</translation>
        </message>
        <message>
            <source>&amp;Iteration</source>
            <translation>D&amp;urchgang</translation>
        </message>
        <message>
            <source>The plots are being prepared.</source>
            <translation>Die Diagramme werden vorbereitet.</translation>
        </message>
        <message>
            <source>{step} has ended meanwhile.</source>
            <translation>{step} ist inzwischen beendet.</translation>
        </message>
        <message>
            <source>Its progress so far is deleted and cannot be restored. The data and all earlier results are kept.</source>
            <translation>Der bisherige Fortschritt wird gelöscht und lässt sich nicht wiederherstellen. Die Daten und alle früheren Ergebnisse bleiben.</translation>
        </message>
        <message>
            <source>To continue later, pause it instead.</source>
            <translation>Um später weiterzumachen, halten Sie den Schritt stattdessen an.</translation>
        </message>
        <message>
            <source>Cancel {step}?</source>
            <translation>{step} abbrechen?</translation>
        </message>
        <message>
            <source>Cancel the s&amp;tep</source>
            <translation>Schri&amp;tt abbrechen</translation>
        </message>
        <message>
            <source>&amp;Keep on</source>
            <translation>&amp;Weiterrechnen</translation>
        </message>
        <message>
            <source>Update stations</source>
            <translation>Plätze aktualisieren</translation>
        </message>
        <message>
            <source>Choose the folder of an update: the stations that are switched on then say which version they have. Once you say so they fetch the new one from this computer, a few at once. Each checks the signatures by the keys that it was told, starts the new version, and goes back to the former one if that does not start. While this dialog shows stations, no session can be opened in this window.</source>
            <translation>Wählen Sie den Ordner einer Aktualisierung: Die eingeschalteten Plätze sagen dann, welche Version sie haben. Sobald Sie es sagen, holen sie die neue von diesem Rechner, wenige zugleich. Jeder prüft die Signaturen mit den Schlüsseln, die ihm genannt wurden, startet die neue Version und kehrt zur früheren zurück, wenn sie nicht startet. Während dieser Dialog Plätze zeigt, kann in diesem Fenster keine Sitzung geöffnet werden.</translation>
        </message>
        <message>
            <source>Stations</source>
            <translation>Plätze</translation>
        </message>
        <message>
            <source>Choose the update’s &amp;folder…</source>
            <translation>&amp;Ordner der Aktualisierung wählen…</translation>
        </message>
        <message>
            <source>&amp;Update the stations</source>
            <translation>Plätze &amp;aktualisieren</translation>
        </message>
        <message>
            <source>No folder is chosen yet.</source>
            <translation>Es ist noch kein Ordner gewählt.</translation>
        </message>
        <message>
            <source>The signatures and hashes are being checked.</source>
            <translation>Die Signaturen und Hashes werden geprüft.</translation>
        </message>
        <message>
            <source>A session is running. Stations are updated between sessions.</source>
            <translation>Es läuft eine Sitzung. Plätze werden zwischen den Sitzungen aktualisiert.</translation>
        </message>
        <message>
            <source>Session {session} has not been closed, and its stations may be in the middle of it. Resume and close it first.</source>
            <translation>Sitzung {session} ist nicht abgeschlossen, und ihre Plätze können mitten darin sein. Setzen Sie sie zuerst fort, und schließen Sie sie ab.</translation>
        </message>
        <message>
            <source>The stations are being updated.</source>
            <translation>Die Plätze werden aktualisiert.</translation>
        </message>
        <message>
            <source>No kiosk is paired with this computer.</source>
            <translation>Mit diesem Rechner ist kein Kiosk gekoppelt.</translation>
        </message>
        <message numerus="yes">
            <source>{n} station(s) (does|do) not run the new version.</source>
            <translation>
                <numerusform>{n} Platz hat die neue Version nicht.</numerusform>
                <numerusform>{n} Plätze haben die neue Version nicht.</numerusform>
            </translation>
        </message>
        <message>
            <source>All stations run the new version.</source>
            <translation>Alle Plätze haben die neue Version.</translation>
        </message>
        <message>
            <source>All stations run the new version or a newer one.</source>
            <translation>Alle Plätze haben die neue Version oder eine noch neuere.</translation>
        </message>
        <message>
            <source>This study cannot be read now.</source>
            <translation>Diese Studie kann jetzt nicht gelesen werden.</translation>
        </message>
        <message>
            <source>&amp;Open a study…</source>
            <translation>Studie ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>Try the &amp;demo</source>
            <translation>De&amp;mo ansehen</translation>
        </message>
        <message>
            <source>Recent studies</source>
            <translation>Letzte Studien</translation>
        </message>
        <message>
            <source>Groups of participants play the Public Investment Game at the lab's stations. The program learns how they play and vote, and trains the mechanism that the next groups will play.</source>
            <translation>Gruppen von Teilnehmenden spielen an den Plätzen des Labors das Public Investment Game. Das Programm lernt, wie sie spielen und abstimmen, und trainiert den Mechanismus, den die nächsten Gruppen spielen.</translation>
        </message>
        <message>
            <source>The demo shows a whole study in a few minutes: simulated participants play at four stations on this computer. It changes none of your studies.</source>
            <translation>Die Demo zeigt eine ganze Studie in wenigen Minuten: Simulierte Personen spielen an vier Plätzen auf diesem Rechner. Ihre Studien ändert sie nicht.</translation>
        </message>
        <message>
            <source>More about {study}</source>
            <translation>Mehr zu {study}</translation>
        </message>
        <message>
            <source>D&amp;uplicate…</source>
            <translation>D&amp;uplizieren…</translation>
        </message>
        <message>
            <source>The demo is starting; its windows will open in a moment.</source>
            <translation>Die Demo startet; ihre Fenster erscheinen gleich.</translation>
        </message>
        <message>
            <source>The demo could not be started; try it in a terminal with: hcmd-lab demo</source>
            <translation>Die Demo konnte nicht gestartet werden; versuchen Sie es in einem Terminal mit: hcmd-lab demo</translation>
        </message>
        <message>
            <source>The language changes when you restart the program.</source>
            <translation>Die Sprache ändert sich beim nächsten Start des Programms.</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Neu starten</translation>
        </message>
        <message>
            <source>For the experimenter</source>
            <translation>Für die Versuchsleitung</translation>
        </message>
        <message>
            <source>Please raise your hand</source>
            <translation>Bitte heben Sie die Hand</translation>
        </message>
        <message>
            <source>This station has stopped. What you have confirmed is saved, and the experimenter will help you.</source>
            <translation>Dieser Platz ist stehen geblieben. Was Sie bestätigt haben, ist gespeichert, und die Versuchsleitung hilft Ihnen.</translation>
        </message>
        <message>
            <source>One moment, please</source>
            <translation>Einen Moment bitte</translation>
        </message>
        <message>
            <source>This station starts. What you have confirmed is saved.</source>
            <translation>Dieser Platz startet. Was Sie bestätigt haben, ist gespeichert.</translation>
        </message>
        <message>
            <source>Leave this station</source>
            <translation>Diesen Platz verlassen</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Verlassen</translation>
        </message>
        <message>
            <source>Set up this station</source>
            <translation>Diesen Platz einrichten</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Enter the experimenter's PIN. What was confirmed here is saved.</source>
            <translation>Geben Sie die PIN der Versuchsleitung ein. Was hier bestätigt wurde, ist gespeichert.</translation>
        </message>
        <message>
            <source>What was confirmed here is saved. The participant can come back to it.</source>
            <translation>Was hier bestätigt wurde, ist gespeichert. Die Person kann dorthin zurückkehren.</translation>
        </message>
        <message numerus="yes">
            <source>You have {n} more (try|tries).</source>
            <translation>
                <numerusform>Sie haben noch {n} Versuch.</numerusform>
                <numerusform>Sie haben noch {n} Versuche.</numerusform>
            </translation>
        </message>
        <message>
            <source>This PIN is wrong.</source>
            <translation>Diese PIN ist falsch.</translation>
        </message>
        <message>
            <source>Too many wrong PINs. The next try is possible in {time}.</source>
            <translation>Zu viele falsche PINs. Der nächste Versuch ist in {time} möglich.</translation>
        </message>
        <message>
            <source>Found on this network:</source>
            <translation>In diesem Netz gefunden:</translation>
        </message>
        <message>
            <source>{name} at {address}</source>
            <translation>{name} unter {address}</translation>
        </message>
        <message>
            <source>Every user of this computer can read the command line of a program; leave --code out and type the code in the window, give it as --code - and type it when asked, or put it into the environment variable {variable}.</source>
            <translation>Die Befehlszeile eines Programms kann jeder Benutzer dieses Rechners lesen; lassen Sie --code weg und geben Sie den Code im Fenster ein, geben Sie --code - an und tippen Sie ihn auf Nachfrage, oder setzen Sie die Umgebungsvariable {variable}.</translation>
        </message>
        <message>
            <source>{text} is not a lab computer's address; give HOST:PORT as shown there, like 192.168.1.10:{port}.</source>
            <translation>{text} ist keine Adresse eines Laborrechners; geben Sie RECHNER:PORT an, wie er es zeigt, etwa 192.168.1.10:{port}.</translation>
        </message>
        <message>
            <source>{text} is not a valid station name; use up to 64 letters (A to Z), digits, '-' and '_'.</source>
            <translation>{text} kann kein Name eines Platzes sein; verwenden Sie bis zu 64 Buchstaben (A bis Z), Ziffern, „-“ und „_“.</translation>
        </message>
        <message>
            <source>The packaged hcmd-kiosk has no simulated people; let them play from a computer that has hcmd-lab: hcmd-lab kiosk --bot, with the same options.</source>
            <translation>Das verpackte hcmd-kiosk hat keine simulierten Personen; lassen Sie sie von einem Computer aus spielen, auf dem hcmd-lab ist: hcmd-lab kiosk --bot, mit denselben Optionen.</translation>
        </message>
        <message>
            <source>QT_QPA_PLATFORM asks for {platforms}, which Qt does not have here; unset it, then start the station again.</source>
            <translation>QT_QPA_PLATFORM verlangt {platforms}, was Qt hier nicht hat; entfernen Sie die Variable und starten Sie den Platz dann noch einmal.</translation>
        </message>
        <message>
            <source>The display {display} does not answer, or does not let this user in; start the station in a desktop session, or set DISPLAY or WAYLAND_DISPLAY.</source>
            <translation>Der Bildschirm {display} antwortet nicht oder lässt diesen Benutzer nicht zu; starten Sie den Platz in einer Desktop-Sitzung oder setzen Sie DISPLAY oder WAYLAND_DISPLAY.</translation>
        </message>
        <message>
            <source>There is no display here; start the station in a desktop session, or set DISPLAY or WAYLAND_DISPLAY.</source>
            <translation>Hier gibt es keinen Bildschirm; starten Sie den Platz in einer Desktop-Sitzung oder setzen Sie DISPLAY oder WAYLAND_DISPLAY.</translation>
        </message>
        <message>
            <source>I have read this</source>
            <translation>Ich habe das gelesen</translation>
        </message>
        <message>
            <source>Message from the experimenter</source>
            <translation>Nachricht der Versuchsleitung</translation>
        </message>
        <message>
            <source>--{name} must be a number from 0 to {most}.</source>
            <translation>--{name} muss eine Zahl von 0 bis {most} sein.</translation>
        </message>
        <message>
            <source>A station without a window cannot ask where to play; give --server and --station, or add --windowed.</source>
            <translation>Ein Platz ohne Fenster kann nicht fragen, wo gespielt wird; geben Sie --server und --station an, oder fügen Sie --windowed hinzu.</translation>
        </message>
        <message>
            <source>{text} is not a window size; give WIDTHxHEIGHT in pixels, like 1280x720, at least {width}x{height}.</source>
            <translation>{text} ist keine Größe eines Fensters; geben Sie BREITExHÖHE in Pixeln an, etwa 1280x720, mindestens {width}x{height}.</translation>
        </message>
        <message>
            <source>{text} is not a window position; give X,Y in pixels, like 100,50.</source>
            <translation>{text} ist keine Position eines Fensters; geben Sie X,Y in Pixeln an, etwa 100,50.</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Beginnen</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <source>Your label</source>
            <translation>Ihre Kennung</translation>
        </message>
        <message>
            <source>You will find it on your card or in your invitation.</source>
            <translation>Sie steht auf der Karte oder in der Einladung, die Sie erhalten haben.</translation>
        </message>
        <message>
            <source>Leave this empty if you have no label.</source>
            <translation>Lassen Sie das Feld leer, wenn Sie keine Kennung haben.</translation>
        </message>
        <message>
            <source>All places are taken. Please tell the experimenter.</source>
            <translation>Alle Plätze sind belegt. Bitte sagen Sie der Versuchsleitung Bescheid.</translation>
        </message>
        <message>
            <source>In this session you play a game in a group of {n} players. You can earn coins in it.</source>
            <translation>In dieser Sitzung spielen Sie ein Spiel in einer Gruppe von {n}. Sie können dabei Münzen verdienen.</translation>
        </message>
        <message>
            <source>Your pay depends on the coins that you earn.</source>
            <translation>Ihre Auszahlung richtet sich nach den Münzen, die Sie verdienen.</translation>
        </message>
        <message>
            <source>I take part</source>
            <translation>Ich nehme teil</translation>
        </message>
        <message>
            <source>Do you want to take part?</source>
            <translation>Möchten Sie teilnehmen?</translation>
        </message>
        <message>
            <source>I do not take part</source>
            <translation>Ich nehme nicht teil</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>Zurück zum Text</translation>
        </message>
        <message>
            <source>You do not want to take part?</source>
            <translation>Sie möchten nicht teilnehmen?</translation>
        </message>
        <message>
            <source>Then your participation ends here. This cannot be undone.</source>
            <translation>Dann endet Ihre Teilnahme hier. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Bestätigen</translation>
        </message>
        <message>
            <source>Coins into the fund</source>
            <translation>Münzen in den Fonds</translation>
        </message>
        <message>
            <source>Arrow keys move one coin at a time, Home none, End all. Or type a number.</source>
            <translation>Pfeiltasten bewegen einzelne Münzen, Pos1 keine und Ende alle. Oder geben Sie eine Zahl ein.</translation>
        </message>
        <message numerus="yes">
            <source>(Does your coin|How many of your {n} coins) go into the fund?</source>
            <translation>
                <numerusform>Geht Ihre Münze in den Fonds?</numerusform>
                <numerusform>Wie viele Ihrer {n} Münzen gehen in den Fonds?</numerusform>
            </translation>
        </message>
        <message>
            <source>Move the slider, click coins or type a number.</source>
            <translation>Bewegen Sie den Regler, klicken Sie auf Münzen oder geben Sie eine Zahl ein.</translation>
        </message>
        <message>
            <source>Only whole coins can go into the fund.</source>
            <translation>In den Fonds können nur ganze Münzen gehen.</translation>
        </message>
        <message>
            <source>You have {coins}, so {number} is not possible.</source>
            <translation>Sie haben {coins}, daher ist {number} nicht möglich.</translation>
        </message>
        <message>
            <source>You keep {kept}  ·  {given} into the fund</source>
            <translation>Sie behalten {kept}  ·  {given} in den Fonds</translation>
        </message>
        <message>
            <source>The game of your group has ended early.</source>
            <translation>Das Spiel Ihrer Gruppe ist vorzeitig beendet.</translation>
        </message>
        <message>
            <source>Check in here</source>
            <translation>Hier anmelden</translation>
        </message>
        <message>
            <source>This seat is free for somebody else.</source>
            <translation>Dieser Sitz ist frei für jemand anderen.</translation>
        </message>
        <message>
            <source>Please remain seated until the experimenter speaks to you.</source>
            <translation>Bitte bleiben Sie sitzen, bis die Versuchsleitung Sie anspricht.</translation>
        </message>
        <message>
            <source>Thank you for taking part</source>
            <translation>Vielen Dank für Ihre Teilnahme</translation>
        </message>
        <message>
            <source>The game of your group ends here.</source>
            <translation>Das Spiel Ihrer Gruppe endet hier.</translation>
        </message>
        <message>
            <source>You keep what you have earned.</source>
            <translation>Sie behalten, was Sie verdient haben.</translation>
        </message>
        <message>
            <source>Your group could not finish the game.</source>
            <translation>Ihre Gruppe konnte das Spiel nicht zu Ende spielen.</translation>
        </message>
        <message>
            <source>Thank you for your time</source>
            <translation>Vielen Dank für Ihre Zeit</translation>
        </message>
        <message>
            <source>Please go to the experimenter’s desk. If you are paid, it is settled there.</source>
            <translation>Bitte gehen Sie zum Tisch der Versuchsleitung. Falls Sie bezahlt werden, wird das dort geregelt.</translation>
        </message>
        <message>
            <source>Thank you for coming</source>
            <translation>Danke, dass Sie gekommen sind</translation>
        </message>
        <message>
            <source>Your part has ended</source>
            <translation>Ihre Teilnahme ist beendet</translation>
        </message>
        <message>
            <source>This computer is no longer needed. Thank you.</source>
            <translation>Dieser Platz wird nicht mehr benötigt. Vielen Dank.</translation>
        </message>
        <message>
            <source>Your coins up to then</source>
            <translation>Ihre Münzen bis dahin</translation>
        </message>
        <message>
            <source>You earned in total</source>
            <translation>Sie haben insgesamt verdient</translation>
        </message>
        <message>
            <source>The experimenter will tell you how you are paid.</source>
            <translation>Die Versuchsleitung sagt Ihnen, wie Sie ausgezahlt werden.</translation>
        </message>
        <message>
            <source>Your pay depends on all of these coins.</source>
            <translation>Ihre Auszahlung richtet sich nach allen diesen Münzen.</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Next come questions or the game.</source>
            <translation>Danach: Fragen oder das Spiel.</translation>
        </message>
        <message>
            <source>I have read everything</source>
            <translation>Ich habe alles gelesen</translation>
        </message>
        <message>
            <source>The page can be turned in {time}.</source>
            <translation>In {time} können Sie weiterblättern.</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>Skip the animation and show the result</source>
            <translation>Ablauf überspringen, Ergebnis zeigen</translation>
        </message>
        <message>
            <source>Your total so far</source>
            <translation>Ihre Summe bisher</translation>
        </message>
        <message>
            <source>Practice, not paid</source>
            <translation>Übung, ohne Bezahlung</translation>
        </message>
        <message>
            <source>You earned {reward} in this round and {total} so far.</source>
            <translation>Sie haben in dieser Runde {reward} verdient und bisher {total}.</translation>
        </message>
        <message>
            <source>You earned {reward} in this round</source>
            <translation>Sie haben in dieser Runde {reward} verdient</translation>
        </message>
        <message>
            <source>You kept</source>
            <translation>Sie behielten</translation>
        </message>
        <message>
            <source>From the fund</source>
            <translation>Aus dem Fonds</translation>
        </message>
        <message>
            <source>This round</source>
            <translation>Diese Runde</translation>
        </message>
        <message>
            <source>All contributions are in</source>
            <translation>Alle Beiträge liegen vor</translation>
        </message>
        <message>
            <source>The coins go into the fund</source>
            <translation>Die Münzen kommen in den Fonds</translation>
        </message>
        <message>
            <source>The fund is multiplied</source>
            <translation>Der Fonds wird multipliziert</translation>
        </message>
        <message>
            <source>The rule divides the fund</source>
            <translation>Die Regel teilt den Fonds auf</translation>
        </message>
        <message>
            <source>You receive</source>
            <translation>Sie erhalten</translation>
        </message>
        <message>
            <source>You receive so far</source>
            <translation>Sie erhalten bisher</translation>
        </message>
        <message>
            <source>Taking part is not paid.</source>
            <translation>Die Teilnahme wird nicht bezahlt.</translation>
        </message>
        <message>
            <source>You receive {amount}.</source>
            <translation>Sie erhalten {amount}.</translation>
        </message>
        <message>
            <source>You receive {amount} so far.</source>
            <translation>Sie erhalten bisher {amount}.</translation>
        </message>
        <message>
            <source>{coins} × {value}</source>
            <translation>{coins} × {value}</translation>
        </message>
        <message>
            <source>Your payment number: {number}</source>
            <translation>Ihre Nummer für die Auszahlung: {number}</translation>
        </message>
        <message>
            <source>You receive the show-up fee only.</source>
            <translation>Bezahlt wird Ihr Kommen, nicht die Münzen.</translation>
        </message>
        <message>
            <source>There is no group for you to play in. You receive the show-up fee.</source>
            <translation>Es gibt keine Gruppe, in der Sie spielen können. Sie erhalten den Betrag fürs Kommen.</translation>
        </message>
        <message>
            <source>There is no group for you to play in.</source>
            <translation>Es gibt keine Gruppe, in der Sie spielen können.</translation>
        </message>
        <message>
            <source>Your group is still playing: this amount may change.</source>
            <translation>Ihre Gruppe spielt noch: Dieser Betrag kann sich noch ändern.</translation>
        </message>
        <message>
            <source>The experimenter has set this amount for you.</source>
            <translation>Die Versuchsleitung hat diesen Betrag für Sie festgelegt.</translation>
        </message>
        <message>
            <source>Your part in the game ended early.</source>
            <translation>Ihre Teilnahme am Spiel hat vorzeitig geendet.</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>Abgeben</translation>
        </message>
        <message>
            <source>A few final questions</source>
            <translation>Zum Schluss einige Fragen</translation>
        </message>
        <message numerus="yes">
            <source>{n} answer(s) (is|are) missing or not valid.</source>
            <translation>
                <numerusform>{n} Antwort fehlt oder ist nicht möglich.</numerusform>
                <numerusform>{n} Antworten fehlen oder sind nicht möglich.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your answer, a whole number</source>
            <translation>Ihre Antwort, eine ganze Zahl</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>Eine Zahl</translation>
        </message>
        <message>
            <source>Question {number} of {count}</source>
            <translation>Frage {number} von {count}</translation>
        </message>
        <message>
            <source>This is not right. The experimenter has been called.</source>
            <translation>Das ist nicht richtig. Die Versuchsleitung ist gerufen.</translation>
        </message>
        <message>
            <source>This is not right yet. Please try again.</source>
            <translation>Das ist noch nicht richtig. Bitte versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The experimenter has been called</source>
            <translation>Die Versuchsleitung ist gerufen</translation>
        </message>
        <message>
            <source>The answer is a whole number.</source>
            <translation>Die Antwort ist eine ganze Zahl.</translation>
        </message>
        <message>
            <source>Waiting for the others</source>
            <translation>Warten auf die anderen</translation>
        </message>
        <message>
            <source>I am ready</source>
            <translation>Ich bin bereit</translation>
        </message>
        <message numerus="yes">
            <source>In every round you decide (whether your coin goes into the fund or you keep it|how many of your {n} coins go into the fund. You keep the rest).</source>
            <translation>
                <numerusform>In jeder Runde entscheiden Sie, ob Ihre Münze in den Fonds geht oder ob Sie sie behalten.</numerusform>
                <numerusform>In jeder Runde entscheiden Sie, wie viele Ihrer {n} Münzen in den Fonds gehen. Die anderen behalten Sie.</numerusform>
            </translation>
        </message>
        <message>
            <source>The fund is multiplied by {factor}: {before} become {after}.</source>
            <translation>Der Fonds wird mit {factor} multipliziert: Aus {before} werden {after}.</translation>
        </message>
        <message>
            <source>A rule divides the fund among all players. In the stages it may be divided in another way, or in the same way.</source>
            <translation>Eine Regel teilt den Fonds unter allen auf. In den Abschnitten kann er anders aufgeteilt werden oder genauso.</translation>
        </message>
        <message>
            <source>A rule divides the fund among all players. It stays the same for the whole stage.</source>
            <translation>Eine Regel teilt den Fonds unter allen auf. Sie bleibt im ganzen Abschnitt gleich.</translation>
        </message>
        <message>
            <source>Practice begins</source>
            <translation>Die Übung beginnt</translation>
        </message>
        <message>
            <source>Stage 3: the rule of stage {winner} again</source>
            <translation>Abschnitt 3: wieder die Regel von Abschnitt {winner}</translation>
        </message>
        <message>
            <source>Stage {stage} begins</source>
            <translation>Abschnitt {stage} beginnt</translation>
        </message>
        <message numerus="yes">
            <source>You practise for {n} round(s) in your group. (It is|They are) not paid.</source>
            <translation>
                <numerusform>Sie üben {n} Runde in Ihrer Gruppe. Sie wird nicht bezahlt.</numerusform>
                <numerusform>Sie üben {n} Runden in Ihrer Gruppe. Sie werden nicht bezahlt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play {n} round(s) in your group.</source>
            <translation>
                <numerusform>Sie spielen {n} Runde in Ihrer Gruppe.</numerusform>
                <numerusform>Sie spielen {n} Runden in Ihrer Gruppe.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play {n} round(s) in the same group. The fund may be divided in another way than before, or in the same way.</source>
            <translation>
                <numerusform>Sie spielen {n} Runde in derselben Gruppe. Der Fonds kann anders aufgeteilt werden als bisher oder genauso.</numerusform>
                <numerusform>Sie spielen {n} Runden in derselben Gruppe. Der Fonds kann anders aufgeteilt werden als bisher oder genauso.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play {n} more round(s) in the same group.</source>
            <translation>
                <numerusform>Sie spielen noch {n} Runde in derselben Gruppe.</numerusform>
                <numerusform>Sie spielen noch {n} Runden in derselben Gruppe.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your coins</source>
            <translation>Ihre Münzen</translation>
        </message>
        <message>
            <source>A rule divides it</source>
            <translation>Eine Regel teilt ihn auf</translation>
        </message>
        <message>
            <source>Which stage would you like to play again?</source>
            <translation>Welchen Abschnitt möchten Sie noch einmal spielen?</translation>
        </message>
        <message>
            <source>In stage 3 the rule of the stage with more votes divides the fund; a coin decides between equal numbers.</source>
            <translation>In Abschnitt 3 teilt die Regel des Abschnitts mit mehr Stimmen den Fonds auf; bei gleich vielen entscheidet eine Münze.</translation>
        </message>
        <message>
            <source>Your pay depends on all coins that you earn, in all three stages.</source>
            <translation>Ihre Auszahlung richtet sich nach allen Münzen, die Sie in den drei Abschnitten verdienen.</translation>
        </message>
        <message>
            <source>{stage} is played again</source>
            <translation>{stage} wird noch einmal gespielt</translation>
        </message>
        <message>
            <source>In stage 3 the rule of stage {winner} divides the fund.</source>
            <translation>In Abschnitt 3 teilt die Regel von Abschnitt {winner} den Fonds auf.</translation>
        </message>
        <message>
            <source>Both stages got the same number of votes, so a coin was tossed.</source>
            <translation>Beide Abschnitte haben gleich viele Stimmen; deshalb wurde eine Münze geworfen.</translation>
        </message>
        <message numerus="yes">
            <source>vote(s)</source>
            <translation>
                <numerusform>Stimme</numerusform>
                <numerusform>Stimmen</numerusform>
            </translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>Bitte warten</translation>
        </message>
        <message>
            <source>The experimenter will start the next part for everyone.</source>
            <translation>Die Versuchsleitung startet den nächsten Teil für alle.</translation>
        </message>
        <message>
            <source>Your group waits for other groups. The session will continue automatically.</source>
            <translation>Ihre Gruppe wartet auf andere Gruppen. Es geht von selbst weiter.</translation>
        </message>
        <message>
            <source>You are checked in</source>
            <translation>Sie sind angemeldet</translation>
        </message>
        <message>
            <source>Please wait. What comes next will appear on this screen.</source>
            <translation>Bitte warten Sie. Wie es weitergeht, erscheint auf diesem Bildschirm.</translation>
        </message>
        <message>
            <source>Waiting for the others. The session will continue automatically.</source>
            <translation>Wir warten auf die anderen. Es geht von selbst weiter.</translation>
        </message>
        <message>
            <source>Your vote is saved: {stage}</source>
            <translation>Ihre Stimme ist gespeichert: {stage}</translation>
        </message>
        <message>
            <source>Your choice is saved: {coins}</source>
            <translation>Ihre Wahl ist gespeichert: {coins}</translation>
        </message>
        <message>
            <source>The session is over.</source>
            <translation>Die Sitzung ist beendet.</translation>
        </message>
        <message>
            <source>This screen is not in use.</source>
            <translation>Dieser Bildschirm wird nicht verwendet.</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <source>Lab computer</source>
            <translation>Laborrechner</translation>
        </message>
        <message>
            <source>The lab computer shows its address and the pairing code of the session.</source>
            <translation>Der Laborrechner zeigt seine Adresse und den Kopplungscode der Sitzung.</translation>
        </message>
        <message>
            <source>Enter the address as the lab computer shows it, like {example}.</source>
            <translation>Geben Sie die Adresse so ein, wie der Laborrechner sie zeigt, etwa {example}.</translation>
        </message>
        <message>
            <source>A station's name has letters from A to Z, digits, - and _, and nothing else.</source>
            <translation>Der Name eines Platzes besteht aus Buchstaben von A bis Z, Ziffern, - und _, sonst nichts.</translation>
        </message>
        <message>
            <source>The pairing code has 16 characters, like 7Q4M-X2KD-90AB-C3FT.</source>
            <translation>Der Kopplungscode hat 16 Zeichen, etwa 7Q4M-X2KD-90AB-C3FT.</translation>
        </message>
        <message>
            <source>Change the settings</source>
            <translation>Einstellungen ändern</translation>
        </message>
        <message>
            <source>Station {station} is connecting</source>
            <translation>Platz {station} verbindet sich</translation>
        </message>
        <message>
            <source>Looking for the lab computer at {address}</source>
            <translation>Der Laborrechner wird unter {address} gesucht</translation>
        </message>
        <message>
            <source>Station {station} waits</source>
            <translation>Platz {station} wartet</translation>
        </message>
        <message>
            <source>The lab computer is at {address}</source>
            <translation>Der Laborrechner ist unter {address}</translation>
        </message>
        <message>
            <source>This station is not connected</source>
            <translation>Dieser Platz ist nicht verbunden</translation>
        </message>
        <message>
            <source>Please tell the experimenter.</source>
            <translation>Bitte sagen Sie der Versuchsleitung Bescheid.</translation>
        </message>
        <message>
            <source>There is no answer yet; this station keeps trying. Check that a session is open there, that the address is right, and that both computers are on the same network.</source>
            <translation>Er antwortet noch nicht und wird laufend erneut versucht. Prüfen Sie, ob dort eine Sitzung offen ist, ob die Adresse stimmt und ob beide Rechner im selben Netz sind.</translation>
        </message>
        <message>
            <source>The pairing code belongs to another lab computer. Compare the code and the address with what the lab computer shows.</source>
            <translation>Der Kopplungscode gehört zu einem anderen Laborrechner. Vergleichen Sie Code und Adresse mit der Anzeige des Laborrechners.</translation>
        </message>
        <message>
            <source>The last four characters of the pairing code are wrong. Each session has a new code: compare it with what the lab computer shows now.</source>
            <translation>Die letzten vier Zeichen des Kopplungscodes sind falsch. Jede Sitzung hat einen neuen Code: Vergleichen Sie ihn mit der jetzigen Anzeige des Laborrechners.</translation>
        </message>
        <message>
            <source>Too many wrong codes came from this computer. Wait a little, then try again.</source>
            <translation>Von diesem Rechner kamen zu viele falsche Codes. Warten Sie ein wenig und versuchen Sie es dann wieder.</translation>
        </message>
        <message>
            <source>The session has no station with this name. Choose one of its station names.</source>
            <translation>Die Sitzung hat keinen Platz mit diesem Namen. Wählen Sie einen ihrer Namen.</translation>
        </message>
        <message>
            <source>The lab computer does not know this station. Enter the pairing code that the lab computer shows.</source>
            <translation>Der Laborrechner kennt diesen Platz nicht. Geben Sie den Kopplungscode ein, den der Laborrechner zeigt.</translation>
        </message>
        <message>
            <source>Another computer has this station's name. Choose another name, or ask the experimenter to release the station.</source>
            <translation>Ein anderer Rechner hat den Namen dieses Platzes. Wählen Sie einen anderen Namen, oder lassen Sie den Platz von der Versuchsleitung freigeben.</translation>
        </message>
        <message>
            <source>This station waits until the experimenter lets it in, on the lab computer's screen.</source>
            <translation>Dieser Platz wartet, bis die Versuchsleitung ihn am Laborrechner einlässt.</translation>
        </message>
        <message>
            <source>The experimenter has turned this station away. It can be connected again once pairing has been opened.</source>
            <translation>Die Versuchsleitung hat diesen Platz abgewiesen. Er kann wieder verbunden werden, sobald die Kopplung geöffnet ist.</translation>
        </message>
        <message>
            <source>People play in this session. A simulated participant can sit only where the lab computer allows it.</source>
            <translation>In dieser Sitzung spielen Menschen. Eine simulierte Person kann nur dort sitzen, wo es der Laborrechner erlaubt.</translation>
        </message>
        <message>
            <source>The experimenter has released this station. To use it again, enter the pairing code that the lab computer shows.</source>
            <translation>Die Versuchsleitung hat diesen Platz freigegeben. Um ihn wieder zu benutzen, geben Sie den Kopplungscode ein, den der Laborrechner zeigt.</translation>
        </message>
        <message>
            <source>The computer at this address does not identify itself as the lab computer that this station was paired with. If it is the right one, enter the pairing code that it shows; otherwise check the address.</source>
            <translation>Der Rechner unter dieser Adresse weist sich nicht als der Laborrechner aus, mit dem dieser Platz gekoppelt wurde. Ist er der richtige, dann geben Sie den Kopplungscode ein, den er zeigt; sonst prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>This computer's date is wrong: the lab computer's certificate is not valid on it. Set this computer's date and time; this station connects by itself then.</source>
            <translation>Das Datum dieses Rechners ist falsch: An ihm gilt das Zertifikat des Laborrechners nicht. Stellen Sie Datum und Uhrzeit dieses Rechners; dieser Platz verbindet sich dann von selbst.</translation>
        </message>
        <message>
            <source>The lab computer runs a different version of HCMD Lab. Install the same version on both.</source>
            <translation>Auf dem Laborrechner läuft eine andere Version von HCMD Lab. Installieren Sie auf beiden dieselbe.</translation>
        </message>
        <message>
            <source>The pairing could not be saved. Check the disk of this computer and what the lab computer's screen says, then try again.</source>
            <translation>Die Kopplung konnte nicht gespeichert werden. Prüfen Sie den Datenträger dieses Computers und was auf dem Bildschirm des Laborrechners steht, und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>The two programs do not understand each other. Check that both are HCMD Lab.</source>
            <translation>Die beiden Programme verstehen einander nicht. Prüfen Sie, ob beide HCMD Lab sind.</translation>
        </message>
        <message>
            <source>The session is over. This station can connect again when the next one is open.</source>
            <translation>Die Sitzung ist beendet. Dieser Platz kann sich wieder verbinden, wenn die nächste geöffnet ist.</translation>
        </message>
        <message>
            <source>The lab computer rejected this station ({code}).</source>
            <translation>Der Laborrechner lässt diesen Platz nicht ein ({code}).</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be created ({reason}); {remedy}, or choose another folder with --state-dir.</source>
            <translation>Der Ordner {folder} kann nicht angelegt werden ({reason}); {remedy}, oder wählen Sie mit --state-dir einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Station {station} is already running on this computer; use its window, or close it first.</source>
            <translation>Platz {station} läuft schon auf diesem Rechner; verwenden Sie sein Fenster, oder beenden Sie ihn zuerst.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be written; give this user access to it or choose another one with --state-dir.</source>
            <translation>Der Ordner {folder} kann nicht beschrieben werden; geben Sie diesem Benutzer Zugriff darauf oder wählen Sie mit --state-dir einen anderen.</translation>
        </message>
        <message>
            <source>This computer cannot show the next page. What you have confirmed is saved, and the experimenter will help you.</source>
            <translation>Dieser Rechner kann die nächste Seite nicht zeigen. Was Sie bestätigt haben, ist gespeichert, und die Versuchsleitung kann Ihnen sofort helfen.</translation>
        </message>
        <message>
            <source>A simulated participant is playing at this station.</source>
            <translation>An diesem Platz spielt eine simulierte Person.</translation>
        </message>
        <message>
            <source>You are playing at this station.</source>
            <translation>An diesem Platz spielen Sie.</translation>
        </message>
        <message>
            <source>Take over this seat</source>
            <translation>Diesen Sitz übernehmen</translation>
        </message>
        <message>
            <source>Let the simulated participant continue</source>
            <translation>Simulierte Person weiterspielen lassen</translation>
        </message>
        <message>
            <source>The lab computer is updating its stations.</source>
            <translation>Der Laborrechner aktualisiert seine Plätze.</translation>
        </message>
        <message>
            <source>This station gets a new version from the lab computer.</source>
            <translation>Dieser Platz bekommt vom Laborrechner eine neue Version.</translation>
        </message>
        <message>
            <source>This station stays at its version.</source>
            <translation>Dieser Platz bleibt bei seiner Version.</translation>
        </message>
        <message>
            <source>The kiosk has crashed {times} times within a minute and will not be restarted; see {log}, then start it again.</source>
            <translation>Der Kiosk ist innerhalb einer Minute {times}-mal abgestürzt und wird nicht wieder gestartet; sehen Sie in {log} nach und starten Sie ihn dann neu.</translation>
        </message>
        <message>
            <source>Clock stopped</source>
            <translation>Uhr steht still</translation>
        </message>
        <message>
            <source>Almost over</source>
            <translation>Fast abgelaufen</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Restzeit</translation>
        </message>
        <message>
            <source>You keep</source>
            <translation>Sie behalten</translation>
        </message>
        <message>
            <source>Into the fund</source>
            <translation>In den Fonds</translation>
        </message>
        <message>
            <source>Click a coin to move it across.</source>
            <translation>Klicken Sie auf eine Münze, um sie zu verschieben.</translation>
        </message>
        <message>
            <source>Nothing is chosen yet.</source>
            <translation>Noch nichts gewählt.</translation>
        </message>
        <message>
            <source>You keep {kept}, {given} go into the fund.</source>
            <translation>Sie behalten {kept}, {given} gehen in den Fonds.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message>
            <source>{player}: {given} into the fund, {paid} from the fund</source>
            <translation>{player}: {given} in den Fonds, {paid} aus dem Fonds</translation>
        </message>
        <message>
            <source>Striped: into the fund. Filled: from the fund.</source>
            <translation>Gestreift: in den Fonds. Gefüllt: aus dem Fonds.</translation>
        </message>
        <message>
            <source>What is it about?</source>
            <translation>Worum geht es?</translation>
        </message>
        <message>
            <source>You: {text}</source>
            <translation>Sie: {text}</translation>
        </message>
        <message>
            <source>Experimenter: {text}</source>
            <translation>Versuchsleitung: {text}</translation>
        </message>
        <message>
            <source>You can write something else:</source>
            <translation>Sie können noch etwas schreiben:</translation>
        </message>
        <message>
            <source>Call the experimenter</source>
            <translation>Die Versuchsleitung rufen</translation>
        </message>
        <message>
            <source>What is it about? You need not write anything.</source>
            <translation>Worum geht es? Sie müssen nichts schreiben.</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Rufen</translation>
        </message>
        <message>
            <source>Earlier rounds</source>
            <translation>Frühere Runden</translation>
        </message>
        <message>
            <source>Rounds of this stage</source>
            <translation>Runden dieses Abschnitts</translation>
        </message>
        <message>
            <source>Your coins per round</source>
            <translation>Ihre Münzen je Runde</translation>
        </message>
        <message>
            <source>{player}
put in</source>
            <translation>{player}
Beitrag</translation>
        </message>
        <message>
            <source>You
received</source>
            <translation>Sie
erhielten</translation>
        </message>
        <message>
            <source>You
earned</source>
            <translation>Sie
verdienten</translation>
        </message>
        <message>
            <source>required</source>
            <translation>erforderlich</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>darf leer bleiben</translation>
        </message>
        <message>
            <source>{count} of {most} characters</source>
            <translation>{count} von {most} Zeichen</translation>
        </message>
        <message>
            <source>from {low} to {high}</source>
            <translation>von {low} bis {high}</translation>
        </message>
        <message>
            <source>The lab computer cannot be reached now, or has ended the session. Nothing you confirmed is lost.</source>
            <translation>Der Laborrechner ist gerade nicht zu erreichen oder hat die Sitzung beendet. Nichts, was Sie bestätigt haben, ist verloren.</translation>
        </message>
        <message>
            <source>The connection to the lab computer is lost. This computer keeps trying to restore it; nothing you confirmed is lost.</source>
            <translation>Die Verbindung zum Laborrechner ist unterbrochen. Dieser Rechner versucht weiter, sie wiederherzustellen; nichts, was Sie bestätigt haben, ist verloren.</translation>
        </message>
        <message>
            <source>The connection to the lab computer is lost. This computer keeps trying to restore it; the clock is stopped for now.</source>
            <translation>Die Verbindung zum Laborrechner ist unterbrochen. Dieser Rechner versucht weiter, sie wiederherzustellen; die Uhr steht vorerst.</translation>
        </message>
        <message>
            <source>The connection to the lab computer is still lost. The time of this page may be running: please raise your hand.</source>
            <translation>Die Verbindung zum Laborrechner ist weiterhin unterbrochen. Die Zeit dieser Seite läuft möglicherweise: Bitte heben Sie die Hand.</translation>
        </message>
        <message>
            <source>One of the computers has no connection now. The clock is stopped for now.</source>
            <translation>Einer der Rechner hat gerade keine Verbindung. Die Uhr steht vorerst.</translation>
        </message>
        <message>
            <source>Your time stands still. Please wait here; you need not do anything.</source>
            <translation>Ihre Zeit steht still. Bitte warten Sie hier; Sie müssen nichts tun.</translation>
        </message>
        <message>
            <source>The experimenter has paused</source>
            <translation>Die Versuchsleitung hat angehalten</translation>
        </message>
        <message>
            <source>The game is paused</source>
            <translation>Das Spiel ist angehalten</translation>
        </message>
        <message>
            <source>One of the computers has no connection now.</source>
            <translation>Einer der Rechner hat gerade keine Verbindung.</translation>
        </message>
        <message>
            <source>Write back</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>Not right</source>
            <translation>Nicht richtig</translation>
        </message>
        <message>
            <source>Read the instructions again (F3)</source>
            <translation>Die Anleitung noch einmal lesen (F3)</translation>
        </message>
        <message>
            <source>Call for help</source>
            <translation>Hilfe rufen</translation>
        </message>
        <message>
            <source>Call the experimenter (F1)</source>
            <translation>Die Versuchsleitung rufen (F1)</translation>
        </message>
        <message>
            <source>So far: {coins}</source>
            <translation>Bisher: {coins}</translation>
        </message>
        <message>
            <source>Called for help</source>
            <translation>Hilfe gerufen</translation>
        </message>
        <message>
            <source>The vote</source>
            <translation>Die Abstimmung</translation>
        </message>
        <message>
            <source>Stage {stage} of {stages}</source>
            <translation>Abschnitt {stage} von {stages}</translation>
        </message>
        <message>
            <source>{practice}, not paid</source>
            <translation>{practice}, ohne Bezahlung</translation>
        </message>
        <message>
            <source>{stage} · Round {round} of {rounds}</source>
            <translation>{stage} · Runde {round} von {rounds}</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Sie</translation>
        </message>
        <message>
            <source>Player {letter}</source>
            <translation>Person {letter}</translation>
        </message>
        <message>
            <source>This could not be saved. Please try again, or raise your hand.</source>
            <translation>Das konnte nicht gespeichert werden. Bitte versuchen Sie es noch einmal oder heben Sie die Hand.</translation>
        </message>
        <message>
            <source>That was too quick. Please try once more.</source>
            <translation>Das war zu schnell. Bitte versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Someone has already started at this computer. Please raise your hand.</source>
            <translation>An diesem Platz hat schon jemand begonnen. Bitte heben Sie die Hand.</translation>
        </message>
        <message>
            <source>This label is not on the list. Please check it, or raise your hand.</source>
            <translation>Diese Kennung steht nicht auf der Liste. Bitte prüfen Sie sie oder heben Sie die Hand.</translation>
        </message>
        <message>
            <source>This label has already been used in this session. Please raise your hand.</source>
            <translation>Diese Kennung wurde in dieser Sitzung schon verwendet. Bitte heben Sie die Hand.</translation>
        </message>
        <message>
            <source>Someone with this label has already taken part in this study. Please raise your hand.</source>
            <translation>Mit dieser Kennung hat schon jemand an dieser Studie teilgenommen. Bitte heben Sie die Hand.</translation>
        </message>
        <message>
            <source>You do not have a place yet. Please wait a moment.</source>
            <translation>Sie haben noch keinen Platz. Bitte warten Sie einen Moment.</translation>
        </message>
        <message>
            <source>Your part has ended. Please remain seated.</source>
            <translation>Ihre Teilnahme ist beendet. Bitte bleiben Sie sitzen.</translation>
        </message>
        <message>
            <source>The time for this is up. Please continue with what is shown now.</source>
            <translation>Die Zeit dafür war vorbei. Bitte machen Sie mit dem weiter, was jetzt angezeigt wird.</translation>
        </message>
        <message>
            <source>Your first choice is saved and stays as it is.</source>
            <translation>Ihre erste Wahl ist gespeichert und bleibt bestehen.</translation>
        </message>
        <message>
            <source>This is not possible right now. Please try again in a moment.</source>
            <translation>Das ist gerade nicht möglich. Bitte versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>This was not typed in a valid form. Please type it again.</source>
            <translation>Das kann so, wie es eingegeben wurde, nicht verwendet werden. Bitte geben Sie es noch einmal ein.</translation>
        </message>
        <message>
            <source>The session is over. Thank you.</source>
            <translation>Die Sitzung ist beendet. Vielen Dank.</translation>
        </message>
        <message>
            <source>This was not possible. Please raise your hand.</source>
            <translation>Das war nicht möglich. Bitte heben Sie die Hand.</translation>
        </message>
        <message>
            <source>Your coins per round: {list}</source>
            <translation>Ihre Münzen je Runde: {list}</translation>
        </message>
        <message>
            <source>Fund: {coins}</source>
            <translation>Fonds: {coins}</translation>
        </message>
        <message>
            <source>Fund: {coins} × {factor} = {grown}</source>
            <translation>Fonds: {coins} × {factor} = {grown}</translation>
        </message>
        <message>
            <source>Coins at the start</source>
            <translation>Münzen zu Beginn</translation>
        </message>
        <message>
            <source>The fund is divided among the players</source>
            <translation>Der Fonds wird unter den Spielenden aufgeteilt</translation>
        </message>
        <message>
            <source>Fund</source>
            <translation>Fonds</translation>
        </message>
        <message>
            <source>Each player's coins per round, on average, rounded</source>
            <translation>Münzen jeder Person je Runde im Durchschnitt, gerundet</translation>
        </message>
        <message>
            <source>Your choice</source>
            <translation>Ihre Wahl</translation>
        </message>
        <message numerus="yes">
            <source>Your time was up: {n} coin(s) (was|were) put in for you</source>
            <translation>
                <numerusform>Ihre Zeit war um: {n} Münze wurde für Sie in den Fonds gelegt</numerusform>
                <numerusform>Ihre Zeit war um: {n} Münzen wurden für Sie in den Fonds gelegt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The experimenter ended this page: {n} coin(s) (was|were) put in for you</source>
            <translation>
                <numerusform>Die Versuchsleitung hat diese Seite beendet: {n} Münze wurde für Sie in den Fonds gelegt</numerusform>
                <numerusform>Die Versuchsleitung hat diese Seite beendet: {n} Münzen wurden für Sie in den Fonds gelegt</numerusform>
            </translation>
        </message>
        <message>
            <source>Your time was up: no vote was counted for you</source>
            <translation>Ihre Zeit war um: Für Sie wurde keine Stimme gezählt</translation>
        </message>
        <message>
            <source>The experimenter ended this page: no vote was counted for you</source>
            <translation>Die Versuchsleitung hat diese Seite beendet: Für Sie wurde keine Stimme gezählt</translation>
        </message>
        <message numerus="yes">
            <source>If you have not confirmed by {time}, {n} coin(s) (goes|go) into the fund for you.</source>
            <translation>
                <numerusform>Wenn Sie bis {time} nicht bestätigt haben, geht für Sie {n} Münze in den Fonds.</numerusform>
                <numerusform>Wenn Sie bis {time} nicht bestätigt haben, gehen für Sie {n} Münzen in den Fonds.</numerusform>
            </translation>
        </message>
        <message>
            <source>If you have not confirmed by {time}, no vote is counted for you.</source>
            <translation>Wenn Sie bis {time} nicht bestätigt haben, wird für Sie keine Stimme gezählt.</translation>
        </message>
        <message>
            <source>At {time} this page closes automatically.</source>
            <translation>Bei {time} schließt sich diese Seite von selbst.</translation>
        </message>
        <message>
            <source>Station {station} – HCMD Lab</source>
            <translation>Platz {station} – HCMD Lab</translation>
        </message>
        <message>
            <source>Too long: at most {most} characters fit, and these are {count}.</source>
            <translation>Zu lang: Es passen höchstens {most} Zeichen, und dies sind {count}.</translation>
        </message>
        <message>
            <source>Training failed because of a fault in this program ({kind}: {error}).</source>
            <translation>Das Training ist an einem Fehler in diesem Programm gescheitert ({kind}: {error}).</translation>
        </message>
        <message>
            <source>0.01</source>
            <translation>0,01</translation>
        </message>
        <message>
            <source>0.05</source>
            <translation>0,05</translation>
        </message>
        <message>
            <source>0.10</source>
            <translation>0,10</translation>
        </message>
        <message>
            <source>0.50</source>
            <translation>0,50</translation>
        </message>
        <message>
            <source>1.00</source>
            <translation>1,00</translation>
        </message>
        <message>
            <source>10</source>
            <translation>10</translation>
        </message>
        <message>
            <source>100</source>
            <translation>100</translation>
        </message>
        <message>
            <source>1000</source>
            <translation>1000</translation>
        </message>
        <message>
            <source>A tail endowment counts as much as votes were cast in it.</source>
            <translation>Eine Ausstattung der Übrigen zählt so viel, wie Stimmen in ihr abgegeben wurden.</translation>
        </message>
        <message>
            <source>Adjust for the order</source>
            <translation>Um die Reihenfolge bereinigen</translation>
        </message>
        <message>
            <source>An NVIDIA GPU if there is one, else an Apple GPU, else the CPU.</source>
            <translation>Eine NVIDIA-GPU, falls vorhanden, sonst eine Apple-GPU, sonst die CPU.</translation>
        </message>
        <message>
            <source>An NVIDIA GPU, through CUDA.</source>
            <translation>Eine NVIDIA-GPU, über CUDA.</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Jederzeit</translation>
        </message>
        <message>
            <source>Apple GPU</source>
            <translation>Apple-GPU</translation>
        </message>
        <message>
            <source>As calibrated</source>
            <translation>Wie kalibriert</translation>
        </message>
        <message>
            <source>As far as training came; the participant models have no say in it.</source>
            <translation>So weit das Training gekommen ist; die Teilnehmermodelle haben nichts mitzureden.</translation>
        </message>
        <message>
            <source>As in the paper</source>
            <translation>Wie im Artikel</translation>
        </message>
        <message>
            <source>As in the round before</source>
            <translation>Wie in der Vorrunde</translation>
        </message>
        <message>
            <source>As participants checked in.</source>
            <translation>Wie sich die Teilnehmenden angemeldet haben.</translation>
        </message>
        <message>
            <source>As the stations are numbered.</source>
            <translation>Wie die Plätze nummeriert sind.</translation>
        </message>
        <message>
            <source>Ask for a label</source>
            <translation>Nach einer Kennung fragen</translation>
        </message>
        <message>
            <source>Attempts at a question</source>
            <translation>Versuche je Frage</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Automatic response to a station of a complete group that stays disconnected.</source>
            <translation>Automatische Reaktion auf einen Platz einer vollständigen Gruppe, dessen Verbindung ausbleibt.</translation>
        </message>
        <message>
            <source>Automatic start</source>
            <translation>Automatischer Start</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Vergleichsmechanismus</translation>
        </message>
        <message>
            <source>Before a mechanism enters a session: how much better than a guess the participant models have to predict decisions and votes of groups that they have not seen.</source>
            <translation>Bevor ein Mechanismus in eine Sitzung kommt: um wie viel besser als geraten die Modelle der Teilnehmenden Entscheidungen und Stimmen von Gruppen voraussagen müssen, die sie nicht gesehen haben.</translation>
        </message>
        <message>
            <source>Before a mechanism enters a session: in which part of the groups, at most, somebody may be predicted to earn less than by keeping everything.</source>
            <translation>Bevor ein Mechanismus in eine Sitzung kommt: in welchem Teil der Gruppen nach der Vorhersage höchstens jemand weniger verdienen darf, als alles zu behalten brächte.</translation>
        </message>
        <message>
            <source>Before a mechanism enters a session: which part of the play that is predicted under it has to lie where decisions have been seen.</source>
            <translation>Bevor ein Mechanismus in eine Sitzung kommt: welcher Teil des vorhergesagten Spiels dort liegen muss, wo Entscheidungen gesehen wurden.</translation>
        </message>
        <message>
            <source>Best on average</source>
            <translation>Im Mittel am besten</translation>
        </message>
        <message>
            <source>By arrival</source>
            <translation>Nach Ankunft</translation>
        </message>
        <message>
            <source>By label</source>
            <translation>Nach Kennung</translation>
        </message>
        <message>
            <source>By participant code</source>
            <translation>Nach dem Code der Person</translation>
        </message>
        <message>
            <source>By station</source>
            <translation>Nach Platz</translation>
        </message>
        <message>
            <source>By the codes that the study gave.</source>
            <translation>Nach den Codes, die die Studie vergeben hat.</translation>
        </message>
        <message>
            <source>By the labels or names that participants gave.</source>
            <translation>Nach den Kennungen oder Namen, die die Teilnehmenden angegeben haben.</translation>
        </message>
        <message>
            <source>CC BY 4.0</source>
            <translation>CC BY 4.0</translation>
        </message>
        <message>
            <source>CC BY-NC 4.0</source>
            <translation>CC BY-NC 4.0</translation>
        </message>
        <message>
            <source>CC BY-SA 4.0</source>
            <translation>CC BY-SA 4.0</translation>
        </message>
        <message>
            <source>CC0 1.0</source>
            <translation>CC0 1.0</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>CPU threads</source>
            <translation>CPU-Threads</translation>
        </message>
        <message>
            <source>CPU threads for training.</source>
            <translation>CPU-Threads für das Training.</translation>
        </message>
        <message>
            <source>Caution</source>
            <translation>Vorsicht</translation>
        </message>
        <message>
            <source>Cautious</source>
            <translation>Vorsichtig</translation>
        </message>
        <message>
            <source>Clock waits for lost stations</source>
            <translation>Die Uhr wartet auf ausgefallene Plätze</translation>
        </message>
        <message>
            <source>Coins that each tail receives in each round. Every number is a condition; a group has one of them in all stages.</source>
            <translation>Münzen, die jeder der Übrigen in jeder Runde erhält. Jede Zahl ist eine Bedingung; eine Gruppe hat in allen Abschnitten dieselbe.</translation>
        </message>
        <message>
            <source>Coins that the head of a group receives in each round.</source>
            <translation>Münzen, die der Kopf einer Gruppe in jeder Runde erhält.</translation>
        </message>
        <message>
            <source>Computed payments are whole multiples of this; one that the experimenter sets is not rounded.</source>
            <translation>Berechnete Auszahlungen sind ganze Vielfache davon; eine von der Versuchsleitung festgelegte wird nicht gerundet.</translation>
        </message>
        <message>
            <source>Currency of the payments, as it is shown. Nothing smaller than a hundredth of it is paid, also where it has thousandths, as dinars have.</source>
            <translation>Währung der Auszahlungen, wie sie gezeigt wird. Ausgezahlt wird nichts Kleineres als ein Hundertstel davon, auch wo sie Tausendstel hat, wie der Dinar.</translation>
        </message>
        <message>
            <source>Declare the group void</source>
            <translation>Gruppe ungültig machen</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Differences between simulated people</source>
            <translation>Unterschiede zwischen simulierten Personen</translation>
        </message>
        <message>
            <source>Disconnected for longer than</source>
            <translation>Ohne Verbindung länger als</translation>
        </message>
        <message>
            <source>Distance from the reference</source>
            <translation>Abstand vom Bezug</translation>
        </message>
        <message>
            <source>Each at its own pace</source>
            <translation>Jede in ihrem Tempo</translation>
        </message>
        <message>
            <source>Each tail endowment counts the same, however many votes were cast in it.</source>
            <translation>Jede Ausstattung der Übrigen zählt gleich, wie viele Stimmen auch in ihr abgegeben wurden.</translation>
        </message>
        <message>
            <source>End the group with pay</source>
            <translation>Gruppe bezahlt beenden</translation>
        </message>
        <message>
            <source>Endowment of the head</source>
            <translation>Ausstattung des Kopfes</translation>
        </message>
        <message>
            <source>Endowments of the tails</source>
            <translation>Ausstattungen der Übrigen</translation>
        </message>
        <message>
            <source>Equality-minded</source>
            <translation>Auf Gleichheit bedacht</translation>
        </message>
        <message>
            <source>Every hundredth of the currency is paid.</source>
            <translation>Ausgezahlt wird auf den Hundertstel der Währung genau.</translation>
        </message>
        <message>
            <source>Every tail endowment alike</source>
            <translation>Jede Ausstattung der Übrigen gleich</translation>
        </message>
        <message>
            <source>Every vote alike</source>
            <translation>Jede Stimme gleich</translation>
        </message>
        <message>
            <source>Everyone alike</source>
            <translation>Alle gleich</translation>
        </message>
        <message>
            <source>Everyone receives the same share.</source>
            <translation>Alle erhalten den gleichen Anteil.</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Extended</source>
            <translation>Erweitert</translation>
        </message>
        <message>
            <source>Factor by which the fund grows before it is divided, in steps of 0.01.</source>
            <translation>Faktor, um den der Fonds wächst, bevor er geteilt wird, in Schritten von 0,01.</translation>
        </message>
        <message>
            <source>Fee and own earnings</source>
            <translation>Kommen, eigener Verdienst</translation>
        </message>
        <message>
            <source>Fee and seat's earnings</source>
            <translation>Kommen, Sitzverdienst</translation>
        </message>
        <message>
            <source>Fee only</source>
            <translation>Nur fürs Kommen</translation>
        </message>
        <message>
            <source>First calibration</source>
            <translation>Erste Kalibrierung</translation>
        </message>
        <message>
            <source>Fits of the participant models</source>
            <translation>Anpassungen der Teilnehmermodelle</translation>
        </message>
        <message>
            <source>Fits of the participant models, each to another resample of the groups. Where they agree, the data say so; where they differ, the data do not.</source>
            <translation>Anpassungen der Teilnehmermodelle, jede an eine andere Neugewichtung der Gruppen. Wo sie übereinstimmen, sagen es die Daten; wo sie sich unterscheiden, sagen es die Daten nicht.</translation>
        </message>
        <message>
            <source>Folder of another study whose newest mechanism is the first one here; empty draws a random one.</source>
            <translation>Ordner einer anderen Studie, deren neuester Mechanismus hier der erste ist; leer wird einer zufällig gezogen.</translation>
        </message>
        <message>
            <source>Games for a vote share</source>
            <translation>Spiele je Stimmenanteil</translation>
        </message>
        <message>
            <source>Games in a batch</source>
            <translation>Spiele je Batch</translation>
        </message>
        <message>
            <source>Games in a batch of OPTIMIZE, divided equally among the conditions.</source>
            <translation>Spiele in einem Batch von OPTIMIZE, gleichmäßig auf die Bedingungen verteilt.</translation>
        </message>
        <message>
            <source>Games per condition for a vote share in simulation (the paper: at least 100).</source>
            <translation>Spiele pro Bedingung für einen simulierten Stimmenanteil (im Artikel: mindestens 100).</translation>
        </message>
        <message>
            <source>Groups of EVALUATE</source>
            <translation>Gruppen für EVALUATE</translation>
        </message>
        <message>
            <source>Groups per iteration</source>
            <translation>Gruppen je Durchgang</translation>
        </message>
        <message>
            <source>Groups to acquire in each iteration; the length of the list limits the iterations.</source>
            <translation>Zu erhebende Gruppen in jedem Durchgang; die Länge der Liste begrenzt die Durchgänge.</translation>
        </message>
        <message>
            <source>Groups wait for one another before every further round, the next stage and the vote.</source>
            <translation>Gruppen warten vor jeder weiteren Runde, dem nächsten Abschnitt und der Abstimmung aufeinander.</translation>
        </message>
        <message>
            <source>Groups wait for one another before the next stage and before the vote.</source>
            <translation>Gruppen warten vor dem nächsten Abschnitt und vor der Abstimmung aufeinander.</translation>
        </message>
        <message>
            <source>Growth of the fund</source>
            <translation>Wachstum des Fonds</translation>
        </message>
        <message>
            <source>Half</source>
            <translation>Die Hälfte</translation>
        </message>
        <message>
            <source>Half the groups</source>
            <translation>Halb so viele Gruppen</translation>
        </message>
        <message>
            <source>How far OPTIMIZE goes in each iteration: the participant models judge the mechanisms that training passes.</source>
            <translation>Wie weit OPTIMIZE in jedem Durchgang geht: Die Teilnehmermodelle beurteilen die Mechanismen, an denen das Training vorbeikommt.</translation>
        </message>
        <message>
            <source>How far simulated people differ from each other, as a factor of the calibrated spread; at 0 they all have the same traits.</source>
            <translation>Wie sehr sich simulierte Personen voneinander unterscheiden, als Faktor der kalibrierten Streuung; bei 0 haben alle dieselben Eigenschaften.</translation>
        </message>
        <message>
            <source>How long a station may stay disconnected before the automatic response.</source>
            <translation>Wie lange ein Platz ohne Verbindung sein darf, bevor automatisch reagiert wird.</translation>
        </message>
        <message>
            <source>How long the clock of a page is stopped while the group waits for people at disconnected stations; after that, time runs on without them. It is one total for a page and its group: what one person's station has used up is not there for another's.</source>
            <translation>Wie lange die Uhr einer Seite angehalten wird, während die Gruppe auf Personen an getrennten Plätzen wartet; danach läuft die Zeit ohne sie weiter. Es ist eine Summe je Seite und Gruppe: Was der Platz einer Person aufgebraucht hat, steht dem einer anderen nicht mehr zu.</translation>
        </message>
        <message>
            <source>Inputs of the participant models</source>
            <translation>Eingaben der Teilnehmermodelle</translation>
        </message>
        <message>
            <source>Iterations that are made in any case, as far as the list of groups goes: with few groups CONVERGENCE may find the first advantage negligible only because people are not well known yet.</source>
            <translation>Durchgänge, die auf jeden Fall gemacht werden, soweit die Liste der Gruppen reicht: Bei wenigen Gruppen kann CONVERGENCE den ersten Vorsprung nur deshalb vernachlässigbar finden, weil die Menschen noch nicht gut bekannt sind.</translation>
        </message>
        <message>
            <source>Languages in which participants can read the texts, as codes such as “de, en”, the first one for whoever reads none of them; empty: all that there are.</source>
            <translation>Sprachen, in denen Teilnehmende die Texte lesen können, als Kürzel wie „de, en“, die erste für alle, die keine davon lesen; leer: alle, die es gibt.</translation>
        </message>
        <message>
            <source>Languages of the texts</source>
            <translation>Sprachen der Texte</translation>
        </message>
        <message>
            <source>Largest number of passes over the data in MODEL.</source>
            <translation>Höchstzahl der Läufe über die Daten in MODEL.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>Learning rate of OPTIMIZE (Adam).</source>
            <translation>Lernrate von OPTIMIZE (Adam).</translation>
        </message>
        <message>
            <source>Least gain over a guess</source>
            <translation>Mindestvorsprung vor dem Raten</translation>
        </message>
        <message>
            <source>Least part within the data</source>
            <translation>Mindestteil im Bereich der Daten</translation>
        </message>
        <message>
            <source>Length of a step</source>
            <translation>Länge eines Schritts</translation>
        </message>
        <message>
            <source>Let them in</source>
            <translation>Zulassen</translation>
        </message>
        <message>
            <source>Let them in and warn</source>
            <translation>Zulassen und warnen</translation>
        </message>
        <message>
            <source>Liberal egalitarian</source>
            <translation>Liberal-egalitär</translation>
        </message>
        <message>
            <source>Libertarian</source>
            <translation>Libertär</translation>
        </message>
        <message>
            <source>Looks at the votes</source>
            <translation>Blicke auf die Stimmen</translation>
        </message>
        <message>
            <source>Maximum of epochs</source>
            <translation>Höchstzahl der Epochen</translation>
        </message>
        <message>
            <source>Mechanism that the trained one is compared with in EVALUATE, unless contrasts are planned for the study.</source>
            <translation>Mechanismus, mit dem der trainierte in EVALUATE verglichen wird, sofern für die Studie keine Vergleiche geplant sind.</translation>
        </message>
        <message>
            <source>Mechanism to which every mechanism trained in the study stays close.</source>
            <translation>Mechanismus, in dessen Nähe jeder in der Studie trainierte Mechanismus bleibt.</translation>
        </message>
        <message>
            <source>Mechanisms are free.</source>
            <translation>Die Mechanismen sind frei.</translation>
        </message>
        <message>
            <source>Mechanisms of ACQUIRE</source>
            <translation>Mechanismen von ACQUIRE</translation>
        </message>
        <message>
            <source>Minimum of iterations</source>
            <translation>Mindestzahl der Durchgänge</translation>
        </message>
        <message>
            <source>Minimum share</source>
            <translation>Mindestanteil</translation>
        </message>
        <message>
            <source>Minimum time on a page</source>
            <translation>Mindestzeit auf einer Seite</translation>
        </message>
        <message>
            <source>Minimum time on each page of the instructions before a participant can turn to the next.</source>
            <translation>Mindestzeit auf jeder Seite der Anleitung, bevor man zur nächsten blättern kann.</translation>
        </message>
        <message>
            <source>Money for one coin.</source>
            <translation>Geld für eine Münze.</translation>
        </message>
        <message>
            <source>Monotone shares</source>
            <translation>Monotone Anteile</translation>
        </message>
        <message>
            <source>Most groups in which somebody loses</source>
            <translation>Höchstens Gruppen, in denen jemand verliert</translation>
        </message>
        <message>
            <source>NVIDIA GPU</source>
            <translation>NVIDIA-GPU</translation>
        </message>
        <message>
            <source>Name of the study</source>
            <translation>Name der Studie</translation>
        </message>
        <message>
            <source>Name of the study, for reports.</source>
            <translation>Name der Studie, für Berichte.</translation>
        </message>
        <message>
            <source>New groups that meet the trained mechanism and the baseline in EVALUATE, unless contrasts are planned for the study.</source>
            <translation>Neue Gruppen, die in EVALUATE den trainierten Mechanismus und den Vergleichsmechanismus erleben, sofern für die Studie keine Vergleiche geplant sind.</translation>
        </message>
        <message>
            <source>No group waits for another one.</source>
            <translation>Keine Gruppe wartet auf eine andere.</translation>
        </message>
        <message>
            <source>Noisier</source>
            <translation>Unsteter</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keiner</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <source>Number from which the study's random draws follow.</source>
            <translation>Zahl, aus der die Zufallsziehungen der Studie folgen.</translation>
        </message>
        <message>
            <source>ODC-By 1.0</source>
            <translation>ODC-By 1.0</translation>
        </message>
        <message>
            <source>Once</source>
            <translation>Einmal</translation>
        </message>
        <message>
            <source>Outcome of a round</source>
            <translation>Ergebnis einer Runde</translation>
        </message>
        <message>
            <source>Paid to everyone who has checked in, even if they decline or cannot play.</source>
            <translation>Erhalten alle, die sich angemeldet haben, auch wer nicht einwilligt oder nicht spielen kann.</translation>
        </message>
        <message>
            <source>Participants in a group beside its head.</source>
            <translation>Teilnehmende einer Gruppe außer ihrem Kopf.</translation>
        </message>
        <message>
            <source>Pause the group</source>
            <translation>Gruppe anhalten</translation>
        </message>
        <message>
            <source>Pay of a participant who was dropped.</source>
            <translation>Bezahlung einer Person, die ausgeschieden ist.</translation>
        </message>
        <message>
            <source>Pay of the participants of a group whose data are unusable.</source>
            <translation>Auszahlung an die Teilnehmenden einer Gruppe, deren Daten unbrauchbar sind.</translation>
        </message>
        <message>
            <source>Payments are rounded to</source>
            <translation>Auszahlung gerundet auf</translation>
        </message>
        <message>
            <source>Payments are whole amounts.</source>
            <translation>Auszahlungen sind ganze Beträge.</translation>
        </message>
        <message>
            <source>Payments are whole hundreds.</source>
            <translation>Auszahlungen sind ganze Hunderter.</translation>
        </message>
        <message>
            <source>Payments are whole or half amounts.</source>
            <translation>Auszahlungen sind ganze oder halbe Beträge.</translation>
        </message>
        <message>
            <source>Payments are whole tens.</source>
            <translation>Auszahlungen sind ganze Zehner.</translation>
        </message>
        <message>
            <source>Payments are whole tenths of the currency.</source>
            <translation>Auszahlungen sind ganze Zehntel der Währung.</translation>
        </message>
        <message>
            <source>Payments are whole thousands.</source>
            <translation>Auszahlungen sind ganze Tausender.</translation>
        </message>
        <message>
            <source>Payments end in 0 or 5 hundredths.</source>
            <translation>Auszahlungen enden auf 0 oder 5 Hundertstel.</translation>
        </message>
        <message>
            <source>Penalties (l2) of the vote model to choose among.</source>
            <translation>Strafterme (l2) des Abstimmungsmodells, aus denen gewählt wird.</translation>
        </message>
        <message>
            <source>Penalties of the vote model</source>
            <translation>Strafterme der Abstimmung</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Menschen</translation>
        </message>
        <message>
            <source>People play at stations.</source>
            <translation>Menschen spielen an Plätzen.</translation>
        </message>
        <message>
            <source>Play on with a stand-in</source>
            <translation>Mit Ersatz weiterspielen</translation>
        </message>
        <message>
            <source>Play on with defaults</source>
            <translation>Weiterspielen mit Ersatzwerten</translation>
        </message>
        <message>
            <source>Practice rounds</source>
            <translation>Übungsrunden</translation>
        </message>
        <message>
            <source>Pretraining of the participant models</source>
            <translation>Vortraining der Teilnehmermodelle</translation>
        </message>
        <message>
            <source>Programs play; everything made from their games is labelled as simulated.</source>
            <translation>Programme spielen; alles, was aus ihren Spielen entsteht, ist als simuliert gekennzeichnet.</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <source>Random 70/30 splits by group in MODEL's cross-validation.</source>
            <translation>Zufällige 70/30-Aufteilungen nach Gruppen in der Kreuzvalidierung von MODEL.</translation>
        </message>
        <message>
            <source>Random seed</source>
            <translation>Startwert des Zufalls</translation>
        </message>
        <message>
            <source>Reciprocal</source>
            <translation>Reziprok</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Bezug</translation>
        </message>
        <message>
            <source>Refuse them</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Round by round</source>
            <translation>Runde für Runde</translation>
        </message>
        <message>
            <source>Rounded up</source>
            <translation>Aufgerundet</translation>
        </message>
        <message>
            <source>Rounds</source>
            <translation>Runden</translation>
        </message>
        <message>
            <source>Rounds in each of the three stages.</source>
            <translation>Runden in jedem der drei Abschnitte.</translation>
        </message>
        <message>
            <source>Rounds played for practice before the first stage, with equal shares; they are not paid and not among the data of the game.</source>
            <translation>Runden zum Üben vor dem ersten Abschnitt, mit gleichen Anteilen; sie werden nicht bezahlt und stehen nicht in den Daten des Spiels.</translation>
        </message>
        <message>
            <source>Self-reliant</source>
            <translation>Eigenständig</translation>
        </message>
        <message>
            <source>Share of the fund that every mechanism trained in the study gives to each participant in any case.</source>
            <translation>Anteil des Fonds, den jeder in der Studie trainierte Mechanismus jeder Person auf jeden Fall gibt.</translation>
        </message>
        <message>
            <source>Shares are proportional to the coins contributed.</source>
            <translation>Die Anteile entsprechen den beigetragenen Münzen.</translation>
        </message>
        <message>
            <source>Shares are proportional to the fraction of the endowment contributed.</source>
            <translation>Die Anteile entsprechen dem beigetragenen Teil der Ausstattung.</translation>
        </message>
        <message>
            <source>Simulated people</source>
            <translation>Simulierte Personen</translation>
        </message>
        <message>
            <source>Sizes of its LSTM, one for each size of the input layer.</source>
            <translation>Größen seines LSTM, je eine für jede Größe der Eingabeschicht.</translation>
        </message>
        <message>
            <source>Sizes of the LSTM</source>
            <translation>Größen des LSTM</translation>
        </message>
        <message>
            <source>Sizes of the contribution model's input layer to choose among.</source>
            <translation>Größen der Eingabeschicht des Beitragsmodells, aus denen gewählt wird.</translation>
        </message>
        <message>
            <source>Sizes of the input layer</source>
            <translation>Größen der Eingabeschicht</translation>
        </message>
        <message>
            <source>Splits in cross-validation</source>
            <translation>Aufteilungen der Kreuzvalidierung</translation>
        </message>
        <message>
            <source>Stage by stage</source>
            <translation>Abschnitt für Abschnitt</translation>
        </message>
        <message>
            <source>Stage introduction</source>
            <translation>Einführung des Abschnitts</translation>
        </message>
        <message>
            <source>Start from another study</source>
            <translation>Beginn mit anderer Studie</translation>
        </message>
        <message>
            <source>Steadier</source>
            <translation>Steter</translation>
        </message>
        <message>
            <source>Strict egalitarian</source>
            <translation>Streng egalitär</translation>
        </message>
        <message>
            <source>Synchronise groups</source>
            <translation>Gruppen synchronisieren</translation>
        </message>
        <message>
            <source>The GPU of an Apple computer, through Metal.</source>
            <translation>Die GPU eines Apple-Rechners, über Metal.</translation>
        </message>
        <message>
            <source>The classic public goods game of four with half the groups: everyone has the same coins, and a coin in the fund returns 0.4 to each under equal shares.</source>
            <translation>Das klassische Spiel um öffentliche Güter zu viert mit der Hälfte der Gruppen: Alle haben gleich viele Münzen, und eine Münze im Fonds bringt bei gleichen Anteilen jedem 0,4 zurück.</translation>
        </message>
        <message>
            <source>The computer's processor.</source>
            <translation>Der Prozessor des Computers.</translation>
        </message>
        <message>
            <source>The contribution made for a seat whose time is up or whose participant was dropped.</source>
            <translation>Der Beitrag für einen Sitz, dessen Zeit um ist oder dessen Person ausgeschlossen wurde.</translation>
        </message>
        <message>
            <source>The group ends for good, and its data are marked as unusable.</source>
            <translation>Die Gruppe endet endgültig, und ihre Daten werden als unbrauchbar gekennzeichnet.</translation>
        </message>
        <message>
            <source>The group ends for good; its participants are paid for the rounds played so far.</source>
            <translation>Die Gruppe endet endgültig; ihre Teilnehmenden werden für die bisher gespielten Runden bezahlt.</translation>
        </message>
        <message>
            <source>The group is paused, and resumes automatically when all of its stations are back.</source>
            <translation>Die Gruppe wird angehalten und läuft automatisch weiter, sobald alle ihre Plätze wieder da sind.</translation>
        </message>
        <message>
            <source>The group plays on after its clock has waited for the station: when the time is up, the default contribution is made for the lost station and its vote is not counted. Without a time limit the group waits. The experimenter can pause the group, move the participant or end the group.</source>
            <translation>Die Gruppe spielt weiter, nachdem ihre Uhr auf den Platz gewartet hat: Wenn die Zeit um ist, wird für den ausgefallenen Platz der Ersatzbeitrag gegeben, und seine Stimme zählt nicht. Ohne Zeitgrenze wartet die Gruppe. Die Versuchsleitung kann die Gruppe anhalten, die Person umsetzen oder die Gruppe beenden.</translation>
        </message>
        <message>
            <source>The largest part of the fund that may be divided otherwise than the reference would divide it.</source>
            <translation>Der größte Teil des Fonds, der anders aufgeteilt werden darf, als es der Bezugsmechanismus täte.</translation>
        </message>
        <message>
            <source>The models know people from the study’s groups alone.</source>
            <translation>Die Modelle kennen Menschen allein aus den Gruppen der Studie.</translation>
        </message>
        <message>
            <source>The models of contributions first learn to predict simulated people, then the study’s groups: meant for studies with few groups. Votes are learned from the study’s groups alone.</source>
            <translation>Die Modelle der Beiträge lernen zuerst, simulierte Personen vorherzusagen, dann die Gruppen der Studie: gedacht für Studien mit wenigen Gruppen. Die Abstimmung lernen sie allein aus den Gruppen der Studie.</translation>
        </message>
        <message>
            <source>The newest mechanism in both stages; a vote compares two runs of one mechanism.</source>
            <translation>In beiden Abschnitten der neueste Mechanismus; eine Stimme vergleicht zwei Durchläufe eines Mechanismus.</translation>
        </message>
        <message>
            <source>The newest mechanism in one stage; in the other a variation of it that gives seat 1 (the head, if there is one) a larger or a smaller share, each in both orders. A vote then tells more.</source>
            <translation>In einem Abschnitt der neueste Mechanismus, im anderen eine Abwandlung, die Sitz 1 (dem Kopf, wenn es einen gibt) einen größeren oder kleineren Anteil gibt, jede in beiden Reihenfolgen. Eine Stimme sagt dann mehr aus.</translation>
        </message>
        <message>
            <source>The paper's schedule with half of its groups, each of which compares two variants of a mechanism, so that a vote tells more.</source>
            <translation>Der Plan des Artikels mit halb so vielen Gruppen, die je zwei Varianten eines Mechanismus vergleichen, sodass eine Stimme mehr aussagt.</translation>
        </message>
        <message>
            <source>The participant is dropped for good, and the default contribution is made for the seat until the end.</source>
            <translation>Die Person wird endgültig ausgeschlossen, und für den Sitz wird bis zum Ende der Ersatzbeitrag gegeben.</translation>
        </message>
        <message>
            <source>The schedule of Table 1: 414 groups, which takes weeks of sessions.</source>
            <translation>Der Ablauf von Tabelle 1: 414 Gruppen, also Sitzungen über Wochen.</translation>
        </message>
        <message>
            <source>The seat contributes all of its coins.</source>
            <translation>Der Sitz gibt alle seine Münzen.</translation>
        </message>
        <message>
            <source>The seat contributes half of its coins, rounded down.</source>
            <translation>Der Sitz gibt die Hälfte seiner Münzen, abgerundet.</translation>
        </message>
        <message>
            <source>The seat keeps all of its coins.</source>
            <translation>Alle Münzen werden behalten.</translation>
        </message>
        <message>
            <source>The seat repeats its contribution of the round before; in the first round of a stage it contributes half of its coins, rounded down.</source>
            <translation>Der Sitz wiederholt seinen Beitrag der Vorrunde; in der ersten Runde eines Abschnitts gibt er die Hälfte seiner Münzen, abgerundet.</translation>
        </message>
        <message>
            <source>The show-up fee, and everything that was earned at the seat, with the rounds that were played for it after the participant had left.</source>
            <translation>Der Betrag fürs Kommen und alles, was an dem Sitz verdient wurde, auch in den Runden, die nach dem Ausscheiden für ihn gespielt wurden.</translation>
        </message>
        <message>
            <source>The show-up fee, and what was earned in the rounds that were over when the participant left. Whoever stayed is paid for every round.</source>
            <translation>Der Betrag fürs Kommen und der Verdienst der Runden, die beim Ausscheiden vorbei waren. Wer geblieben ist, wird für jede Runde bezahlt.</translation>
        </message>
        <message>
            <source>The show-up fee, whatever was earned.</source>
            <translation>Der Betrag fürs Kommen, gleich was verdient wurde.</translation>
        </message>
        <message>
            <source>The votes are counted once, when all planned groups have played; before that only numbers of groups are shown.</source>
            <translation>Die Stimmen werden einmal gezählt, wenn alle geplanten Gruppen gespielt haben; vorher wird nur gezeigt, wie viele Gruppen gespielt haben.</translation>
        </message>
        <message>
            <source>The votes may be looked at after any group, and groups may be added: the test stays right, but needs more groups for the same power.</source>
            <translation>Die Stimmen dürfen nach jeder Gruppe angesehen und Gruppen hinzugefügt werden: Der Test bleibt richtig, braucht aber für dieselbe Teststärke mehr Gruppen.</translation>
        </message>
        <message>
            <source>The whole loop with few groups: for trying it out, for teaching, for testing the lab.</source>
            <translation>Der ganze Kreislauf mit wenigen Gruppen: zum Ausprobieren, für die Lehre, zum Testen des Labors.</translation>
        </message>
        <message>
            <source>The whole way</source>
            <translation>Der ganze Weg</translation>
        </message>
        <message>
            <source>Their votes count inequality ten times as much.</source>
            <translation>Bei ihren Stimmen zählt Ungleichheit zehnmal so viel.</translation>
        </message>
        <message>
            <source>They cannot check in; the log tells.</source>
            <translation>Sie können sich nicht anmelden; im Protokoll steht es.</translation>
        </message>
        <message>
            <source>They come closest to the published human figures.</source>
            <translation>Sie kommen den veröffentlichten Zahlen über Menschen am nächsten.</translation>
        </message>
        <message>
            <source>They do not follow what the others contributed.</source>
            <translation>Sie richten sich nicht nach den Beiträgen der anderen.</translation>
        </message>
        <message>
            <source>They follow what the others contributed twice as much.</source>
            <translation>Sie richten sich doppelt so sehr nach den Beiträgen der anderen.</translation>
        </message>
        <message>
            <source>They play unless the experimenter drops them; the session's page, the log and the export tell.</source>
            <translation>Sie spielen, wenn die Versuchsleitung sie nicht herausnimmt; die Seite der Sitzung, das Protokoll und der Export sagen es.</translation>
        </message>
        <message>
            <source>They play; the log and the export tell.</source>
            <translation>Sie spielen; das Protokoll und der Export sagen es.</translation>
        </message>
        <message>
            <source>They vary less from round to round, and half as many votes are cast at random.</source>
            <translation>Sie schwanken weniger von Runde zu Runde, und halb so viele Stimmen werden zufällig abgegeben.</translation>
        </message>
        <message>
            <source>They vary more from round to round, and half as many votes again are cast at random.</source>
            <translation>Sie schwanken mehr von Runde zu Runde, und anderthalbmal so viele Stimmen werden zufällig abgegeben.</translation>
        </message>
        <message>
            <source>Those of the first version. Studies that were made with it keep them.</source>
            <translation>Die der ersten Version. Studien, die mit ihr angelegt wurden, behalten sie.</translation>
        </message>
        <message>
            <source>Time limit for a contribution; after it the default contribution is made.</source>
            <translation>Zeitgrenze für einen Beitrag; danach wird der Ersatzbeitrag gegeben.</translation>
        </message>
        <message>
            <source>Time limit for the outcome of a round, and for the result of the vote.</source>
            <translation>Zeitgrenze für das Ergebnis einer Runde und für das Ergebnis der Abstimmung.</translation>
        </message>
        <message>
            <source>Time limit for the stage introduction.</source>
            <translation>Zeitgrenze für die Einführung des Abschnitts.</translation>
        </message>
        <message>
            <source>Time limit for the vote; late votes are not counted.</source>
            <translation>Zeitgrenze für die Abstimmung; verspätete Stimmen zählen nicht.</translation>
        </message>
        <message>
            <source>To the point of training at which most votes are expected after a multiple of the models’ disagreement is taken off; if that leaves no gain at any, the mechanism stays as it was.</source>
            <translation>Bis dahin im Training, wo die meisten Stimmen zu erwarten sind, nachdem ein Vielfaches der Uneinigkeit der Modelle abgezogen ist; bleibt dann nirgends ein Gewinn, bleibt der Mechanismus, wie er war.</translation>
        </message>
        <message>
            <source>To the point of training at which the model that expects least expects most; if it expects no gain at any, the mechanism stays as it was.</source>
            <translation>Bis dahin im Training, wo das Modell, das am wenigsten erwartet, am meisten erwartet; erwartet es nirgends einen Gewinn, bleibt der Mechanismus, wie er war.</translation>
        </message>
        <message>
            <source>To the point of training at which the models expect most votes on average; if they expect no gain at any, the mechanism stays as it was.</source>
            <translation>Bis dahin im Training, wo die Modelle im Mittel die meisten Stimmen erwarten; erwarten sie nirgends einen Gewinn, bleibt der Mechanismus, wie er war.</translation>
        </message>
        <message>
            <source>Updates of OPTIMIZE in each iteration.</source>
            <translation>Updates von OPTIMIZE in jedem Durchgang.</translation>
        </message>
        <message>
            <source>Updates per iteration</source>
            <translation>Updates je Durchgang</translation>
        </message>
        <message>
            <source>Value of a coin</source>
            <translation>Wert einer Münze</translation>
        </message>
        <message>
            <source>Variations</source>
            <translation>Abwandlungen</translation>
        </message>
        <message>
            <source>Weight of the conditions</source>
            <translation>Gewicht der Bedingungen</translation>
        </message>
        <message>
            <source>What EVALUATE’s share of votes is a mean over, where tail endowments have unequal numbers of votes.</source>
            <translation>Worüber der Stimmenanteil von EVALUATE ein Mittel ist, wo die Ausstattungen der Übrigen ungleich viele Stimmen haben.</translation>
        </message>
        <message>
            <source>What a cautious step takes off the expected share of votes, in standard deviations between the participant models.</source>
            <translation>Was ein vorsichtiger Schritt vom erwarteten Stimmenanteil abzieht, in Standardabweichungen zwischen den Teilnehmermodellen.</translation>
        </message>
        <message>
            <source>What happens when somebody checks in whose label took part in another session of the study: in a group that started. Nobody without a label is recognised.</source>
            <translation>Was geschieht, wenn sich jemand anmeldet, dessen Kennung in einer anderen Sitzung der Studie teilgenommen hat, also in einer Gruppe, die begonnen hat. Ohne Kennung wird niemand erkannt.</translation>
        </message>
        <message>
            <source>What the groups of ACQUIRE play before they vote.</source>
            <translation>Was die Gruppen von ACQUIRE spielen, bevor sie abstimmen.</translation>
        </message>
        <message>
            <source>What the models of contributions know of people before they see the study’s groups.</source>
            <translation>Was die Modelle der Beiträge von Menschen wissen, bevor sie die Gruppen der Studie sehen.</translation>
        </message>
        <message>
            <source>What the paper names, and nothing else; also the paper's plain penalty of the vote model.</source>
            <translation>Was der Artikel nennt, und nichts sonst; auch die einfache Strafe des Artikels im Stimmenmodell.</translation>
        </message>
        <message>
            <source>What the paper names; for contributions also the previous payout, what the others gave and the last choice as one of the possible ones, for votes also the logarithm of the own reward and which stage came first.</source>
            <translation>Was der Artikel nennt; bei Beiträgen auch die vorige Auszahlung, was die anderen gaben und die letzte Wahl als eine der möglichen, bei Stimmen auch der Logarithmus des eigenen Ertrags und welcher Abschnitt zuerst kam.</translation>
        </message>
        <message>
            <source>What the participant models see.</source>
            <translation>Was die Modelle der Teilnehmenden sehen.</translation>
        </message>
        <message>
            <source>When the votes of EVALUATE may be looked at. It is decided before the first of its groups plays.</source>
            <translation>Wann die Stimmen von EVALUATE angesehen werden dürfen. Das wird entschieden, bevor die erste seiner Gruppen spielt.</translation>
        </message>
        <message>
            <source>Where to train.</source>
            <translation>Wo trainiert wird.</translation>
        </message>
        <message>
            <source>Whether EVALUATE takes out the preference for the stage played second, which does not depend on the mechanism.</source>
            <translation>Ob EVALUATE die Vorliebe für den zweiten Abschnitt herausrechnet, die nicht vom Mechanismus abhängt.</translation>
        </message>
        <message>
            <source>Whether a group starts as soon as all of its seats are taken, and synchronised groups as soon as the seats of all are; otherwise the experimenter starts it.</source>
            <translation>Ob eine Gruppe beginnt, sobald alle ihre Sitze besetzt sind (synchronisierte Gruppen, sobald es die Sitze aller sind); sonst startet sie die Versuchsleitung.</translation>
        </message>
        <message>
            <source>Whether a group that is ahead waits for the others. It waits for a paused group, but not for one that has ended.</source>
            <translation>Ob eine Gruppe, die voraus ist, auf die anderen wartet. Sie wartet auf eine angehaltene Gruppe, aber nicht auf eine beendete.</translation>
        </message>
        <message>
            <source>Whether a participant who gives more, the others unchanged, never receives a smaller share under any mechanism trained in the study.</source>
            <translation>Ob unter jedem in der Studie trainierten Mechanismus gilt: Wer mehr gibt, während die anderen gleich viel geben, erhält nie einen kleineren Anteil.</translation>
        </message>
        <message>
            <source>Whether only people with a label on the session's participant list can check in; otherwise anyone can.</source>
            <translation>Ob sich nur anmelden kann, wessen Kennung auf der Teilnehmerliste der Sitzung steht; sonst können es alle.</translation>
        </message>
        <message>
            <source>Whether participants answer control questions before they play.</source>
            <translation>Ob vor dem Spiel Kontrollfragen zu beantworten sind.</translation>
        </message>
        <message>
            <source>Whether participants answer the study's questionnaire after the game.</source>
            <translation>Ob nach dem Spiel der Fragebogen der Studie auszufüllen ist.</translation>
        </message>
        <message>
            <source>Whether participants are asked for their consent once they have checked in.</source>
            <translation>Ob nach der Anmeldung um die Einwilligung gebeten wird.</translation>
        </message>
        <message>
            <source>Whether participants can type a label when they check in, although there is no participant list.</source>
            <translation>Ob Teilnehmende beim Anmelden eine Kennung eingeben können, obwohl es keine Teilnehmerliste gibt.</translation>
        </message>
        <message>
            <source>Whether participants read the study's instructions at their stations.</source>
            <translation>Ob die Anleitung der Studie an den Plätzen gelesen wird.</translation>
        </message>
        <message>
            <source>Whether participants see at the end how much money they receive and why.</source>
            <translation>Ob am Ende gezeigt wird, wie viel Geld die Person erhält und warum.</translation>
        </message>
        <message>
            <source>Whether payments are rounded up; otherwise to the nearest multiple, halves up.</source>
            <translation>Ob aufgerundet wird; sonst auf das nächste Vielfache, Halbe nach oben.</translation>
        </message>
        <message>
            <source>Whether the experimenter is kept from seeing who chooses what: after check-in the session's pages and receipts name people by station, the mirror says which page is open but not what is on it, the log tells no single choice and the live plots draw none. The payment number on a participant's last page is the one in the payments. Still seen: who sits where in the room, who is turned away, amounts of money, how a group's vote ended, what people write, the labels on the participant list of those who have not come, the list of people whose data can be deleted, and the study's figures of ended groups. The study's files and the export hold labels, codes and choices as ever; the command payments shows codes, and attendance labels.</source>
            <translation>Ob der Versuchsleitung verborgen bleibt, wer was wählt: Nach der Anmeldung nennen die Seiten und Quittungen der Sitzung die Personen nach ihrem Platz, der Spiegel nennt die offene Seite, aber nicht, was darauf steht, das Protokoll nennt keine einzelne Wahl, und die laufenden Abbildungen zeichnen keine. Die Nummer für die Auszahlung auf der letzten Seite einer Person ist dieselbe wie in den Auszahlungen. Weiterhin zu sehen: wer im Raum wo sitzt, wer abgewiesen wird, Geldbeträge, wie die Abstimmung einer Gruppe ausging, was die Personen schreiben, auf der Teilnehmerliste die Kennungen derer, die nicht gekommen sind, die Liste der Personen, deren Daten gelöscht werden können, und die Abbildungen der Studie von beendeten Gruppen. Die Dateien der Studie und der Export enthalten Kennungen, Codes und Wahlen wie sonst auch; der Befehl payments zeigt Codes, attendance Kennungen.</translation>
        </message>
        <message>
            <source>Whether the instructions wait until the experimenter starts them for everyone.</source>
            <translation>Ob die Anleitung wartet, bis die Versuchsleitung sie für alle startet.</translation>
        </message>
        <message>
            <source>Whether the questionnaire waits until the experimenter starts it for everyone.</source>
            <translation>Ob der Fragebogen wartet, bis die Versuchsleitung ihn für alle startet.</translation>
        </message>
        <message>
            <source>Which simulated people play. The calibrated ones come closest to published figures; the others show how far a result hangs on who plays.</source>
            <translation>Welche simulierten Personen spielen. Die kalibrierten kommen veröffentlichten Zahlen am nächsten; die anderen zeigen, wie sehr ein Ergebnis davon abhängt, wer spielt.</translation>
        </message>
        <message>
            <source>Who plays. Games of the other kind never enter MODEL or EVALUATE; imported games do.</source>
            <translation>Wer spielt. Spiele der anderen Art gehen nie in MODEL oder EVALUATE ein; importierte Spiele schon.</translation>
        </message>
        <message>
            <source>Who took part before</source>
            <translation>Wer schon teilgenommen hat</translation>
        </message>
        <message>
            <source>Who was dropped receives</source>
            <translation>Wer ausgeschieden ist, erhält</translation>
        </message>
        <message>
            <source>Who was in a void group receives</source>
            <translation>Wer in einer ungültigen Gruppe war, erhält</translation>
        </message>
        <message>
            <source>Width of the mechanism's graph network.</source>
            <translation>Breite des Graphnetzes des Mechanismus.</translation>
        </message>
        <message>
            <source>Width of the network</source>
            <translation>Breite des Netzes</translation>
        </message>
        <message>
            <source>Worst case</source>
            <translation>Schlimmster Fall</translation>
        </message>
        <message>
            <source>Wrong answers to a control question after which a participant waits for the experimenter.</source>
            <translation>Falsche Antworten auf eine Kontrollfrage, nach denen eine Person auf die Versuchsleitung wartet.</translation>
        </message>
        <message>
            <source>You start the instructions</source>
            <translation>Sie starten die Anleitung</translation>
        </message>
        <message>
            <source>You start the questionnaire</source>
            <translation>Sie starten den Fragebogen</translation>
        </message>
        <message>
            <source>all cores but one, four at most</source>
            <translation>alle Kerne bis auf einen, höchstens vier</translation>
        </message>
        <message numerus="yes">
            <source>answer(s)</source>
            <translation>
                <numerusform>Antwort</numerusform>
                <numerusform>Antworten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>coin(s)</source>
            <translation>
                <numerusform>Münze</numerusform>
                <numerusform>Münzen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>epoch(s)</source>
            <translation>
                <numerusform>Epoche</numerusform>
                <numerusform>Epochen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>fit(s)</source>
            <translation>
                <numerusform>Anpassung</numerusform>
                <numerusform>Anpassungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>game(s)</source>
            <translation>
                <numerusform>Spiel</numerusform>
                <numerusform>Spiele</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>group(s)</source>
            <translation>
                <numerusform>Gruppe</numerusform>
                <numerusform>Gruppen</numerusform>
            </translation>
        </message>
        <message>
            <source>in the currency</source>
            <translation>in der Währung</translation>
        </message>
        <message numerus="yes">
            <source>iteration(s)</source>
            <translation>
                <numerusform>Durchgang</numerusform>
                <numerusform>Durchgänge</numerusform>
            </translation>
        </message>
        <message>
            <source>nats</source>
            <translation>nats</translation>
        </message>
        <message>
            <source>no minimum</source>
            <translation>keine Mindestzeit</translation>
        </message>
        <message>
            <source>no practice</source>
            <translation>keine Übung</translation>
        </message>
        <message>
            <source>not at all</source>
            <translation>gar nicht</translation>
        </message>
        <message>
            <source>of the decisions</source>
            <translation>der Entscheidungen</translation>
        </message>
        <message>
            <source>of the fund</source>
            <translation>des Fonds</translation>
        </message>
        <message>
            <source>of the groups</source>
            <translation>der Gruppen</translation>
        </message>
        <message numerus="yes">
            <source>round(s)</source>
            <translation>
                <numerusform>Runde</numerusform>
                <numerusform>Runden</numerusform>
            </translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message numerus="yes">
            <source>split(s)</source>
            <translation>
                <numerusform>Aufteilung</numerusform>
                <numerusform>Aufteilungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>standard deviation(s)</source>
            <translation>
                <numerusform>Standardabweichung</numerusform>
                <numerusform>Standardabweichungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>tail(s)</source>
            <translation>
                <numerusform>Übriger</numerusform>
                <numerusform>Übrige</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>thread(s)</source>
            <translation>
                <numerusform>Thread</numerusform>
                <numerusform>Threads</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>unit(s)</source>
            <translation>
                <numerusform>Einheit</numerusform>
                <numerusform>Einheiten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>update(s)</source>
            <translation>
                <numerusform>Update</numerusform>
                <numerusform>Updates</numerusform>
            </translation>
        </message>
    </context>
</TS>
