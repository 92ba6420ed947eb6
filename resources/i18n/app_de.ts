<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AnswersView</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>as it counts</source>
        <translation>wie sie zählt</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Wer es sagt</translation>
    </message>
    <message>
        <source>and when</source>
        <translation>und wann</translation>
    </message>
    <message>
        <source>Answers of the providers</source>
        <translation>Antworten der Anbieter</translation>
    </message>
    <message>
        <source>nobody published it</source>
        <translation>niemand hat es veröffentlicht</translation>
    </message>
    <message>
        <source>your own answer, %1</source>
        <translation>Ihre eigene Antwort, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>sources contradict each other</source>
        <translation>Quellen widersprechen einander</translation>
    </message>
    <message>
        <source>how each provider answers; an own answer decides first</source>
        <translation>wie jeder Anbieter antwortet; eine eigene Antwort entscheidet zuerst</translation>
    </message>
    <message>
        <source>This requirement is decided by the option itself, not by an answer.</source>
        <translation>Über diese Anforderung entscheidet die Option selbst, keine Antwort.</translation>
    </message>
    <message>
        <source>Nobody has been asked yet: there are no options.</source>
        <translation>Noch ist niemand gefragt: es gibt keine Optionen.</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>throughput, tokens/s</source>
        <translation>Durchsatz, Token/s</translation>
    </message>
    <message>
        <source>first token, s</source>
        <translation>erstes Token, s</translation>
    </message>
    <message>
        <source>time per token, s</source>
        <translation>Zeit je Token, s</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erste</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>throughput, first token, time per token</source>
        <translation>Durchsatz, erstes Token, Zeit je Token</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>in flight, or requests/s</source>
        <translation>gleichzeitig, oder Anfragen/s</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>tokens/s or s</source>
        <translation>Token/s oder s</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>with the constants in use</source>
        <translation>mit den geltenden Konstanten</translation>
    </message>
    <message>
        <source>Measured points</source>
        <translation>Gemessene Punkte</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Anpassen</translation>
    </message>
    <message>
        <source>&amp;Keep in the plan</source>
        <translation>In den Plan ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Remo&amp;ve point</source>
        <translation>Punkt &amp;entfernen</translation>
    </message>
    <message>
        <source>Write throughput, first token or time per token.</source>
        <translation>Schreiben Sie Durchsatz, erstes Token oder Zeit je Token.</translation>
    </message>
    <message>
        <source>Write the requests in flight, or the requests a second: 16</source>
        <translation>Schreiben Sie die gleichzeitigen Anfragen oder die Anfragen je Sekunde: 16</translation>
    </message>
    <message>
        <source>Write tokens a second, or a time: 0.4 s, 25 ms</source>
        <translation>Schreiben Sie Token je Sekunde oder eine Zeit: 0,4 s, 25 ms</translation>
    </message>
    <message>
        <source>Measure %1 with your engine and enter the points: a throughput at a number of requests in flight, or times at an arrival rate.</source>
        <translation>Messen Sie %1 mit Ihrer Engine und tragen Sie die Punkte ein: einen Durchsatz bei einer Zahl gleichzeitiger Anfragen oder Zeiten bei einer Ankunftsrate.</translation>
    </message>
    <message>
        <source>Select an accelerator on which the model fits.</source>
        <translation>Wählen Sie einen Beschleuniger, auf den das Modell passt.</translation>
    </message>
    <message>
        <source>Error before %1, after %2</source>
        <translation>Fehler vorher %1, nachher %2</translation>
    </message>
    <message>
        <source>arithmetic × %1, bandwidth × %2, %3 per step</source>
        <translation>Rechenleistung × %1, Bandbreite × %2, %3 je Schritt</translation>
    </message>
    <message>
        <source>the profile&apos;s time</source>
        <translation>die Zeit des Profils</translation>
    </message>
    <message>
        <source>%1: %2. Not kept yet.</source>
        <translation>%1: %2. Noch nicht übernommen.</translation>
    </message>
    <message>
        <source>Kept since %1 for %2, engine %3. %4: %5.</source>
        <translation>Übernommen seit %1 für %2, Serving-Engine %3. %4: %5.</translation>
    </message>
    <message>
        <source>No calibration: predictions use the standard constants.</source>
        <translation>Keine Kalibrierung: Vorhersagen benutzen die Standardkonstanten.</translation>
    </message>
</context>
<context>
    <name>CandidatePicker</name>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Choose a machine</source>
        <translation>Maschine wählen</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>Den Katalog durchsuchen</translation>
    </message>
    <message>
        <source>Machine, provider, accelerator or region: h100 frankfurt reserved</source>
        <translation>Maschine, Anbieter, Beschleuniger oder Region: h100 frankfurt reserviert</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>Machines found</source>
        <translation>Gefundene Maschinen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The first %1 of %2 prices are shown; more words narrow them.</source>
        <translation>Die ersten %1 von %2 Preisen sind gezeigt; mehr Wörter grenzen ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n prices match.</source>
        <translation>
            <numerusform>%n Preis passt.</numerusform>
            <numerusform>%n Preise passen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Export prices</source>
        <translation>Preise exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>There is no catalogue.</source>
        <translation>Es gibt keinen Katalog.</translation>
    </message>
    <message>
        <source>Start the program with a catalogue to see its prices.</source>
        <translation>Starten Sie das Programm mit einem Katalog, um dessen Preise zu sehen.</translation>
    </message>
    <message>
        <source>Sheets...</source>
        <translation>Listen...</translation>
    </message>
    <message>
        <source>Imported price sheets: compare two, remove one</source>
        <translation>Importierte Preislisten: zwei vergleichen, eine entfernen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>All prices that match, as CSV</source>
        <translation>Alle passenden Preise als CSV</translation>
    </message>
    <message>
        <source>Import price sheet</source>
        <translation>Preisliste importieren</translation>
    </message>
    <message>
        <source>Search all prices</source>
        <translation>Alle Preise durchsuchen</translation>
    </message>
    <message>
        <source>Machine, accelerator, region, provider, SKU: words narrow it down, a comma means or</source>
        <translation>Maschine, Beschleuniger, Region, Anbieter, SKU: Wörter grenzen ein, ein Komma heißt oder</translation>
    </message>
    <message>
        <source>Keep the old prices</source>
        <translation>Alte Preise behalten</translation>
    </message>
    <message>
        <source>Take the new prices</source>
        <translation>Neue Preise übernehmen</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Add to plan as option</source>
        <translation>Dem Plan als Option hinzufügen</translation>
    </message>
    <message>
        <source>The prices cannot be read</source>
        <translation>Die Preise können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Reading the prices of the catalogue</source>
        <translation>Die Preise des Katalogs werden gelesen</translation>
    </message>
    <message>
        <source>The rest of the window can be used meanwhile.</source>
        <translation>Der Rest des Fensters bleibt inzwischen benutzbar.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>%1 match, &lt; 1 ms</source>
        <translation>%1 Treffer, &lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 match, %2 ms</source>
        <translation>%1 Treffer, %2 ms</translation>
    </message>
    <message>
        <source>No price matches.</source>
        <translation>Kein Preis passt.</translation>
    </message>
    <message>
        <source>Take a filter away, or search for fewer words. A comma between words means or.</source>
        <translation>Nehmen Sie einen Filter weg oder suchen Sie nach weniger Wörtern. Ein Komma zwischen Wörtern heißt oder.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter leeren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The catalogue cannot be read.</source>
        <translation>Der Katalog kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>All of them came with the program; nothing was imported yet.</source>
        <translation>Alle kamen mit dem Programm; noch wurde nichts importiert.</translation>
    </message>
    <message>
        <source>Imported sheets among them: %1.</source>
        <translation>Importierte Listen darunter: %1.</translation>
    </message>
    <message>
        <source>The newest is of %1.</source>
        <translation>Die neueste ist vom %1.</translation>
    </message>
    <message>
        <source>%1 prices of %2 machines are in the catalogue.</source>
        <translation>Im Katalog stehen %1 Preise von %2 Maschinen.</translation>
    </message>
    <message>
        <source>%1, %2: %3 → %4 %5</source>
        <translation>%1, %2: %3 → %4 %5</translation>
    </message>
    <message>
        <source>The plan is computed with prices that it recorded, not with those of the catalogue. Different: %1; %2.</source>
        <translation>Der Plan rechnet mit Preisen, die er sich gemerkt hat, nicht mit denen des Katalogs. Verschieden: %1; %2.</translation>
    </message>
    <message>
        <source>Prices of this plan that are others than when it was computed last: %1; %2.</source>
        <translation>Preise dieses Plans, die andere sind als bei der letzten Berechnung: %1; %2.</translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3</source>
        <translation>Zeilen %1–%2 von %3</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>This price is option %1 already.</source>
        <translation>Dieser Preis ist schon Option %1.</translation>
    </message>
    <message>
        <source>A candidate of its own, beside what the queries find</source>
        <translation>Ein eigener Kandidat, neben dem, was die Abfragen finden</translation>
    </message>
    <message>
        <source>Select the price of one machine.</source>
        <translation>Wählen Sie den Preis einer einzelnen Maschine.</translation>
    </message>
    <message>
        <source>add option %1, %2, %3</source>
        <translation>Option %1, %2, %3 hinzufügen</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>%1 rows written to %2</source>
        <translation>%1 Zeilen nach %2 geschrieben</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>Nicht exportiert: %1</translation>
    </message>
</context>
<context>
    <name>ChangesSection</name>
    <message>
        <source>Against the last sheet</source>
        <translation>Gegenüber der letzten Liste</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>What the sheet changes</source>
        <translation>Was die Liste ändert</translation>
    </message>
    <message>
        <source>Largest changes</source>
        <translation>Größte Änderungen</translation>
    </message>
    <message>
        <source>effective, per hour or unit</source>
        <translation>effektiv, je Stunde oder Einheit</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>The catalogue holds no sheet of this kind yet: every price is new.</source>
        <translation>Der Katalog hält noch keine Liste dieser Art: jeder Preis ist neu.</translation>
    </message>
    <message>
        <source>New offers</source>
        <translation>Neue Angebote</translation>
    </message>
    <message>
        <source>Price lower</source>
        <translation>Preis niedriger</translation>
    </message>
    <message>
        <source>Price higher</source>
        <translation>Preis höher</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Of an earlier day</source>
        <translation>Von einem früheren Tag</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 → %2 %3</source>
        <translation>%1 → %2 %3</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ChartActions</name>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>Vektorbild (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Copy as &amp;picture</source>
        <translation>Als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;data</source>
        <translation>&amp;Daten kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;SVG...</source>
        <translation>Als &amp;SVG speichern...</translation>
    </message>
    <message>
        <source>Save as P&amp;NG...</source>
        <translation>Als P&amp;NG speichern...</translation>
    </message>
    <message>
        <source>The picture was not saved</source>
        <translation>Das Bild wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>ChartFrame</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show as a table: %1</source>
        <translation>Als Tabelle zeigen: %1</translation>
    </message>
    <message>
        <source>Show the figures of this chart as a table</source>
        <translation>Die Zahlen dieses Diagramms als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
</context>
<context>
    <name>CheckSection</name>
    <message>
        <source>Issues</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Issues of the check</source>
        <translation>Befunde der Prüfung</translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>%1: the catalogue holds this sheet already; importing it again adds nothing.</source>
        <translation>%1: diese Liste steht schon im Katalog; ein weiterer Import fügt nichts hinzu.</translation>
    </message>
    <message>
        <source>Reason, and what became of the row</source>
        <translation>Grund, und was aus der Zeile wurde</translation>
    </message>
    <message>
        <source>rows left out for errors: %1</source>
        <translation>wegen Fehlern ausgelassene Zeilen: %1</translation>
    </message>
    <message>
        <source>warnings: %1</source>
        <translation>Warnungen: %1</translation>
    </message>
    <message>
        <source>rows skipped by rule: %1, none silently</source>
        <translation>nach Regel übersprungene Zeilen: %1, keine stillschweigend</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
</context>
<context>
    <name>CommandField</name>
    <message>
        <source>Find a field, option or command</source>
        <translation>Feld, Option oder Befehl finden</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a field, option or command</source>
        <translation>Feld, Option oder Befehl finden</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Tippen Sie ein paar Buchstaben</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Option %1</source>
        <translation>Option %1</translation>
    </message>
    <message>
        <source>Limit of %1</source>
        <translation>Grenze von %1</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>A plan needs a workload before options can be sized and priced.</source>
        <translation>Ein Plan braucht eine Arbeitslast, ehe Optionen bemessen und bepreist werden können.</translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation>Arbeitslast beschreiben</translation>
    </message>
    <message>
        <source>&amp;Horizon</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Bezug</translation>
    </message>
    <message>
        <source>Reference option for break-even</source>
        <translation>Bezugsoption für den Break-even</translation>
    </message>
    <message>
        <source>reference option %1</source>
        <translation>Bezugsoption %1</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation>Kumulierte Kosten</translation>
    </message>
    <message>
        <source>Score against cost</source>
        <translation>Bewertung gegen Kosten</translation>
    </message>
    <message>
        <source>dashed: not beaten on both</source>
        <translation>gestrichelt: in beidem nicht übertroffen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, base case; P10–P90 bands of %2</source>
        <translation>%1, Grundfall; P10–P90-Bänder von %2</translation>
    </message>
    <message>
        <source>%1, base case</source>
        <translation>%1, Grundfall</translation>
    </message>
    <message>
        <source>&amp;Option</source>
        <translation>&amp;Option</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Click to sort; with Shift as the second key</source>
        <translation>Klick sortiert; mit Umschalttaste als zweiter Schlüssel</translation>
    </message>
    <message>
        <source>%1 (no room)</source>
        <translation>%1 (kein Platz)</translation>
    </message>
    <message>
        <source>No option is selected</source>
        <translation>Keine Option ist ausgewählt</translation>
    </message>
    <message>
        <source>&amp;Duplicate %1 and vary</source>
        <translation>%1 &amp;duplizieren und abwandeln</translation>
    </message>
    <message>
        <source>&amp;Keep %1 as a candidate, whatever the query finds</source>
        <translation>%1 als Kandidat &amp;behalten, was die Abfrage auch findet</translation>
    </message>
    <message>
        <source>candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>&amp;Remove %1 from the candidates</source>
        <translation>%1 aus den Kandidaten &amp;entfernen</translation>
    </message>
    <message>
        <source>Make %1 the &amp;reference</source>
        <translation>%1 zum &amp;Bezug machen</translation>
    </message>
    <message>
        <source>&amp;Sort by %1</source>
        <translation>Nach %1 &amp;sortieren</translation>
    </message>
    <message>
        <source>&amp;Then by %1</source>
        <translation>&amp;Dann nach %1</translation>
    </message>
    <message>
        <source>&amp;Open detail</source>
        <translation>Einzelheiten ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Pin the explanation</source>
        <translation>Erklärung &amp;anheften</translation>
    </message>
    <message>
        <source>Bought %1</source>
        <translation>%1 gekauft</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>On the site %1</source>
        <translation>Am Standort %1</translation>
    </message>
    <message>
        <source>With the server %1</source>
        <translation>Mit dem Server %1</translation>
    </message>
    <message>
        <source>duplicate %1: %2</source>
        <translation>Duplikat %1: %2</translation>
    </message>
    <message>
        <source>The catalogue has no other way to have it</source>
        <translation>Der Katalog kennt keine andere Art, sie zu bekommen</translation>
    </message>
    <message>
        <source>removal of %1</source>
        <translation>Entfernung von %1</translation>
    </message>
</context>
<context>
    <name>CostPage</name>
    <message>
        <source>Nothing to price yet</source>
        <translation>Noch nichts zu bepreisen</translation>
    </message>
    <message>
        <source>A plan needs a workload before its options have a cost.</source>
        <translation>Ein Plan braucht eine Arbeitslast, ehe seine Optionen Kosten haben.</translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation>Arbeitslast beschreiben</translation>
    </message>
    <message>
        <source>Cost by month</source>
        <translation>Kosten je Monat</translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation>Kumulierte Kosten</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Kostenaufstellung</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Figures of the cost</source>
        <translation>Kennzahlen der Kosten</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>Jahr %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unit cost, %1</source>
        <translation>Stückkosten, %1</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Stückkosten</translation>
    </message>
    <message>
        <source>%1 becomes cheaper</source>
        <translation>%1 wird günstiger</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>&amp;Option</source>
        <translation>&amp;Option</translation>
    </message>
    <message>
        <source>&amp;Horizon</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>nominal</source>
        <translation>nominal</translation>
    </message>
    <message>
        <source>present</source>
        <translation>Barwert</translation>
    </message>
    <message>
        <source>Nominal: what is paid in each month. Present: the same discounted to the first month.</source>
        <translation>Nominal: was in jedem Monat bezahlt wird. Barwert: dasselbe auf den ersten Monat abgezinst.</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>What moves the total</source>
        <translation>Was die Summe bewegt</translation>
    </message>
    <message>
        <source>hatched: low end of the input</source>
        <translation>schraffiert: unteres Ende der Eingabe</translation>
    </message>
    <message>
        <source>What moves the total, one input at a time</source>
        <translation>Was die Summe bewegt, je eine Eingabe</translation>
    </message>
    <message>
        <source>Switch-over values</source>
        <translation>Umschlagwerte</translation>
    </message>
    <message>
        <source>Value of one input at which the order of two options turns</source>
        <translation>Wert einer Eingabe, bei dem sich die Reihenfolge zweier Optionen dreht</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the input</source>
        <translation>Eingabetaste oder Doppelklick führt zur Eingabe</translation>
    </message>
    <message>
        <source>present values</source>
        <translation>Barwerte</translation>
    </message>
    <message>
        <source>%1, base case, %2</source>
        <translation>%1, Grundfall, %2</translation>
    </message>
    <message>
        <source>, dashed %1</source>
        <translation>, gestrichelt %1</translation>
    </message>
    <message>
        <source>base case</source>
        <translation>Grundfall</translation>
    </message>
    <message>
        <source>%1, %2; the total is the sum of the lines</source>
        <translation>%1, %2; die Summe ist die der Zeilen</translation>
    </message>
    <message>
        <source>Present value at %1</source>
        <translation>Barwert bei %1</translation>
    </message>
    <message>
        <source>Equivalent annual</source>
        <translation>Gleichwertig jährlich</translation>
    </message>
    <message>
        <source>%1/year</source>
        <translation>%1/Jahr</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Gebunden</translation>
    </message>
    <message>
        <source>Paid for but idle</source>
        <translation>Bezahlt, aber ungenutzt</translation>
    </message>
    <message>
        <source>% of machine-hours</source>
        <translation>% der Maschinenstunden</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Am günstigsten</translation>
    </message>
    <message>
        <source>% of paths</source>
        <translation>% der Pfade</translation>
    </message>
    <message>
        <source>on %1 of paths</source>
        <translation>auf %1 der Pfade</translation>
    </message>
    <message>
        <source>No input alone, within its range, makes %1 dearer than %2.</source>
        <translation>Keine Eingabe allein macht %1 innerhalb ihrer Spanne teurer als %2.</translation>
    </message>
    <message>
        <source>No input alone, within its range, makes %1 cheaper than %2.</source>
        <translation>Keine Eingabe allein macht %1 innerhalb ihrer Spanne günstiger als %2.</translation>
    </message>
    <message>
        <source>there is no other ranked option</source>
        <translation>es gibt keine andere Option mit Rang</translation>
    </message>
    <message>
        <source>of one input, at which %1 becomes dearer than %2</source>
        <translation>einer Eingabe, bei dem %1 teurer als %2 wird</translation>
    </message>
    <message>
        <source>of one input, at which %1 becomes cheaper than %2</source>
        <translation>einer Eingabe, bei dem %1 günstiger als %2 wird</translation>
    </message>
    <message>
        <source>%1; P10–P90, P25–P75</source>
        <translation>%1; P10–P90, P25–P75</translation>
    </message>
</context>
<context>
    <name>CumulativeChart</name>
    <message>
        <source>Cumulative cost of the options by month</source>
        <translation>Kumulierte Kosten der Optionen nach Monat</translation>
    </message>
    <message>
        <source>break-even</source>
        <translation>Break-even</translation>
    </message>
    <message>
        <source>by end</source>
        <translation>bis Ende</translation>
    </message>
    <message>
        <source>%1 cheaper than %2</source>
        <translation>%1 günstiger als %2</translation>
    </message>
    <message>
        <source>than %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>No option has a cost that is known.</source>
        <translation>Von keiner Option sind die Kosten bekannt.</translation>
    </message>
    <message>
        <source>P90</source>
        <translation>P90</translation>
    </message>
    <message>
        <source>P10</source>
        <translation>P10</translation>
    </message>
    <message>
        <source>%1 overtakes in %2</source>
        <translation>%1 überholt in %2</translation>
    </message>
    <message>
        <source>P10–P90: %1</source>
        <translation>P10–P90: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cost over %1 in %2: %3.</source>
        <translation>Kosten über %1 in %2: %3.</translation>
    </message>
    <message>
        <source>%1 is cheaper than %2 from %3 on.</source>
        <translation>%1 ist ab %3 günstiger als %2.</translation>
    </message>
    <message>
        <source>%1 never becomes cheaper than %2.</source>
        <translation>%1 wird nie günstiger als %2.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>to its end</source>
        <translation>bis zum Ende</translation>
    </message>
    <message>
        <source>%1 P10</source>
        <translation>%1 P10</translation>
    </message>
    <message>
        <source>%1 P90</source>
        <translation>%1 P90</translation>
    </message>
</context>
<context>
    <name>DemandChart</name>
    <message>
        <source>Demand over the horizon</source>
        <translation>Nachfrage über den Zeitraum</translation>
    </message>
    <message>
        <source>From %1 to %2 %3 in the base case.</source>
        <translation>Von %1 bis %2 %3 im Grundfall.</translation>
    </message>
    <message>
        <source>In the last month likely between %1 and %2.</source>
        <translation>Im letzten Monat wahrscheinlich zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>base %1</source>
        <translation>Grundfall %1</translation>
    </message>
    <message>
        <source>P90 %1</source>
        <translation>P90 %1</translation>
    </message>
    <message>
        <source>P50 %1</source>
        <translation>P50 %1</translation>
    </message>
    <message>
        <source>P10 %1</source>
        <translation>P10 %1</translation>
    </message>
    <message>
        <source>base case</source>
        <translation>Grundfall</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundfall</translation>
    </message>
</context>
<context>
    <name>DemandPage</name>
    <message>
        <source>No demand yet</source>
        <translation>Noch keine Nachfrage</translation>
    </message>
    <message>
        <source>Demand belongs to a workload; the plan has none.</source>
        <translation>Nachfrage gehört zu einer Arbeitslast; der Plan hat keine.</translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation>Arbeitslast beschreiben</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Arbeitslast</translation>
    </message>
    <message>
        <source>Arrivals and growth</source>
        <translation>Ankünfte und Wachstum</translation>
    </message>
    <message>
        <source>Over the week</source>
        <translation>Über die Woche</translation>
    </message>
    <message>
        <source>% of the busiest hour</source>
        <translation>% der stärksten Stunde</translation>
    </message>
    <message>
        <source>Steps and shocks</source>
        <translation>Stufen und Schocks</translation>
    </message>
    <message>
        <source>demand is multiplied from that month on</source>
        <translation>mit so viel wird die Nachfrage ab diesem Monat malgenommen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>YYYY-MM</source>
        <translation>JJJJ-MM</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>1.5, 1.2 to 2</source>
        <translation>1,5 oder 1,2 to 2</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Steps of demand</source>
        <translation>Stufen der Nachfrage</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Stufe entfernen</translation>
    </message>
    <message>
        <source>Type into the last row for another step; Delete removes one. A factor below 1 is a loss, a range is an uncertain one.</source>
        <translation>Schreiben Sie in die letzte Zeile für eine weitere Stufe; Entf entfernt eine. Ein Faktor unter 1 ist ein Rückgang, eine Spanne ist eine ungewisse Stufe.</translation>
    </message>
    <message>
        <source>&amp;Import week…</source>
        <translation>Woche &amp;importieren…</translation>
    </message>
    <message>
        <source>168 numbers, seven rows of 24, or a log or trace with dates</source>
        <translation>168 Zahlen, sieben Zeilen zu 24, oder ein Protokoll oder Trace mit Zeitangaben</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Map or table of the week</source>
        <translation>Karte oder Tabelle der Woche</translation>
    </message>
    <message>
        <source>Arrivals by hour of the week</source>
        <translation>Ankünfte nach Stunde der Woche</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Share of the busiest hour for the selected hours, in per cent</source>
        <translation>Anteil der stärksten Stunde für die gewählten Stunden, in Prozent</translation>
    </message>
    <message>
        <source>&amp;Set to</source>
        <translation>&amp;Setzen auf</translation>
    </message>
    <message>
        <source>week profile drawn</source>
        <translation>Wochenprofil gezeichnet</translation>
    </message>
    <message>
        <source>paste week profile</source>
        <translation>Wochenprofil einfügen</translation>
    </message>
    <message>
        <source>Week profile</source>
        <translation>Wochenprofil</translation>
    </message>
    <message>
        <source>Tables, logs and traces (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen, Protokolle und Traces (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>import week profile %1</source>
        <translation>Wochenprofil %1 importieren</translation>
    </message>
    <message>
        <source>Over the horizon</source>
        <translation>Über den Zeitraum</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Demand, machines or table</source>
        <translation>Nachfrage, Maschinen oder Tabelle</translation>
    </message>
    <message>
        <source>Demand by month</source>
        <translation>Nachfrage nach Monat</translation>
    </message>
    <message>
        <source>runs a month</source>
        <translation>Läufe im Monat</translation>
    </message>
    <message>
        <source>%1 in the busiest hour</source>
        <translation>%1 in der stärksten Stunde</translation>
    </message>
    <message>
        <source>“%1” is no share of the busiest hour; write 80 or 80 %.</source>
        <translation>„%1“ ist kein Anteil der stärksten Stunde; schreiben Sie 80 oder 80 %.</translation>
    </message>
    <message>
        <source>week profile, %1</source>
        <translation>Wochenprofil, %1</translation>
    </message>
    <message>
        <source>“%1” is no month; write 2027-06.</source>
        <translation>„%1“ ist kein Monat; schreiben Sie 2027-06.</translation>
    </message>
    <message>
        <source>“%1” is no factor above 0; write 1.5 or 1.2 to 2.</source>
        <translation>„%1“ ist kein Faktor über 0; schreiben Sie 1,5 oder 1,2 to 2.</translation>
    </message>
    <message>
        <source>add step of demand %1</source>
        <translation>Stufe der Nachfrage %1 hinzufügen</translation>
    </message>
    <message>
        <source>change step of demand %1</source>
        <translation>Stufe der Nachfrage %1 ändern</translation>
    </message>
    <message>
        <source>remove step of demand %1</source>
        <translation>Stufe der Nachfrage %1 entfernen</translation>
    </message>
    <message>
        <source>× %1 %2</source>
        <translation>× %1 %2</translation>
    </message>
    <message>
        <source>base case; nothing in the demand is uncertain</source>
        <translation>Grundfall; nichts an der Nachfrage ist ungewiss</translation>
    </message>
    <message>
        <source>base case, band P10–P90 of %1 paths</source>
        <translation>Grundfall, Band P10–P90 aus %1 Pfaden</translation>
    </message>
    <message>
        <source>machines that each option needs, base case</source>
        <translation>Maschinen, die jede Option braucht, Grundfall</translation>
    </message>
</context>
<context>
    <name>DetectedSection</name>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>from the content, every value can be overruled</source>
        <translation>aus dem Inhalt; jeder Wert kann überstimmt werden</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Publisher&apos;s date</source>
        <translation>Datum des Herausgebers</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>For files that name none; prices that name one keep it</source>
        <translation>Für Dateien, die keine nennen; Preise, die eine nennen, behalten sie</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>730 h</source>
        <translation>730 h</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Header line</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>%1, header on line %2</source>
        <translation>%1, Kopf in Zeile %2</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>none named, kept as custom</source>
        <translation>keiner genannt, als eigener geführt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, as in the file</source>
        <translation>%1, wie in der Datei</translation>
    </message>
    <message>
        <source>read with the preview</source>
        <translation>wird mit der Vorschau gelesen</translation>
    </message>
    <message>
        <source>The day of the sheet as YYYY-MM-DD. Rows without a day of their own hold from it.</source>
        <translation>Der Tag des Preisblatts als JJJJ-MM-TT. Zeilen ohne eigenen Tag gelten von ihm an.</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>Tabellenblatt</translation>
    </message>
    <message>
        <source>Worksheets of the workbook that hold a table. One is read at a time.</source>
        <translation>Blätter der Arbeitsmappe, die eine Tabelle enthalten. Gelesen wird eines auf einmal.</translation>
    </message>
    <message>
        <source>unknown, YYYY-MM-DD</source>
        <translation>unbekannt, JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>“%1” is no day: write it as YYYY-MM-DD, for example 2026-11-22.</source>
        <translation>„%1“ ist kein Tag: Schreiben Sie ihn als JJJJ-MM-TT, zum Beispiel 2026-11-22.</translation>
    </message>
</context>
<context>
    <name>DoneSection</name>
    <message>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First in line</source>
        <translation>Zuerst in Zeile</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>What became of the rows</source>
        <translation>Was aus den Zeilen wurde</translation>
    </message>
    <message>
        <source>%1 is in the catalogue: %2 new prices, %3 with another amount.</source>
        <translation>%1 steht im Katalog: %2 neue Preise, %3 mit anderem Betrag.</translation>
    </message>
    <message>
        <source>%1 changed nothing: the catalogue held all of its prices.</source>
        <translation>%1 hat nichts geändert: alle Preise standen schon im Katalog.</translation>
    </message>
    <message>
        <source>Read and stored in %1.</source>
        <translation>Gelesen und gespeichert in %1.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>offers, new</source>
        <translation>Angebote, neu</translation>
    </message>
    <message>
        <source>offers, other amount</source>
        <translation>Angebote, anderer Betrag</translation>
    </message>
    <message>
        <source>offers, unchanged</source>
        <translation>Angebote, unverändert</translation>
    </message>
    <message>
        <source>offers that a later sheet had set</source>
        <translation>Angebote, die eine spätere Liste gesetzt hatte</translation>
    </message>
    <message>
        <source>machines described</source>
        <translation>beschriebene Maschinen</translation>
    </message>
    <message>
        <source>left out for errors</source>
        <translation>wegen Fehlern ausgelassen</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>übersprungen: %1</translation>
    </message>
    <message>
        <source>No price that this plan used before is another now.</source>
        <translation>Kein Preis, den dieser Plan bisher benutzte, ist jetzt ein anderer.</translation>
    </message>
    <message>
        <source>Prices of this plan that are others now: %1. The Catalogue page lists them and lets you keep or renew them.</source>
        <translation>Preise dieses Plans, die jetzt andere sind: %1. Die Seite Katalog führt sie auf; dort lassen sie sich behalten oder erneuern.</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
</context>
<context>
    <name>EditableTable</name>
    <message>
        <source>%1: empty</source>
        <translation>%1: leer</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>EditorForm</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>assumed: %1</source>
        <translation>angenommen: %1</translation>
    </message>
    <message>
        <source>✕ %1. %2</source>
        <translation>✕ %1. %2</translation>
    </message>
    <message>
        <source>%1 to its standard</source>
        <translation>%1 auf Standard</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>ErrorStrip</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>EvidencePopover</name>
    <message>
        <source>%1, answer for %2</source>
        <translation>%1, Antwort für %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>⚠ date not stated</source>
        <translation>⚠ Datum nicht angegeben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more facts speak of it.</source>
        <translation>
            <numerusform>%n weiterer Fakt spricht davon.</numerusform>
            <numerusform>%n weitere Fakten sprechen davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Quelle öffnen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Nobody answered this yet: ask the vendor, or answer it from what you know.</source>
        <translation>Niemand hat das bisher beantwortet: fragen Sie den Anbieter, oder antworten Sie aus dem, was Sie wissen.</translation>
    </message>
    <message>
        <source>Own answer…</source>
        <translation>Eigene Antwort…</translation>
    </message>
    <message>
        <source>Answer it from what you know; the answer is kept in the plan and marked as your own</source>
        <translation>Beantworten Sie es aus dem, was Sie wissen; die Antwort bleibt im Plan und ist als Ihre eigene gekennzeichnet</translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep this explanation while the selection moves</source>
        <translation>Diese Erklärung behalten, während die Auswahl wandert</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>Erklärung schließen</translation>
    </message>
    <message>
        <source>What the number is made of</source>
        <translation>Woraus die Zahl besteht</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Inputs of the formula</source>
        <translation>Eingaben der Formel</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>&amp;Jump to input</source>
        <translation>&amp;Zur Eingabe</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Select a number to see how it was computed.</source>
        <translation>Wählen Sie eine Zahl, um zu sehen, wie sie berechnet wurde.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>At least: a cost part is unknown.</source>
        <translation>Mindestens: ein Teil der Kosten ist unbekannt.</translation>
    </message>
    <message numerus="yes">
        <source>Made of %n figures</source>
        <translation>
            <numerusform>Aus %n Kennzahl gebildet</numerusform>
            <numerusform>Aus %n Kennzahlen gebildet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sum of %n lines</source>
        <translation>
            <numerusform>Summe von %n Zeile</numerusform>
            <numerusform>Summe von %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Assumed; you can change it.</source>
        <translation>Angenommen; Sie können es ändern.</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>Spanne: %1</translation>
    </message>
    <message numerus="yes">
        <source>read %1, %n days ago</source>
        <translation>
            <numerusform>gelesen %1, vor %n Tag</numerusform>
            <numerusform>gelesen %1, vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No source: what is marked assumed is listed in the report.</source>
        <translation>Keine Quelle: was als angenommen gilt, ist im Bericht aufgeführt.</translation>
    </message>
    <message>
        <source>%1, reached in the base case</source>
        <translation>%1, im Grundfall erreicht</translation>
    </message>
    <message>
        <source>Break-even with %1</source>
        <translation>Break-even mit %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 paths</source>
        <translation>%1 Pfade</translation>
    </message>
    <message>
        <source>P10 %1</source>
        <translation>P10 %1</translation>
    </message>
    <message>
        <source>P90 %1</source>
        <translation>P90 %1</translation>
    </message>
    <message>
        <source>on %1 of %2</source>
        <translation>am %1 von %2</translation>
    </message>
    <message>
        <source>P50 %1</source>
        <translation>P50 %1</translation>
    </message>
    <message>
        <source>80 % of such predictions: %1–%2</source>
        <translation>80 % solcher Vorhersagen: %1–%2</translation>
    </message>
    <message>
        <source>How this is computed</source>
        <translation>Wie das berechnet wird</translation>
    </message>
    <message>
        <source>How this is computed, in the help</source>
        <translation>Wie das berechnet wird, in der Hilfe</translation>
    </message>
    <message>
        <source>%1/year</source>
        <translation>%1/Jahr</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save the figures of this page to a file</source>
        <translation>Die Zahlen dieser Seite in eine Datei speichern</translation>
    </message>
    <message>
        <source>Table of the options as &amp;CSV...</source>
        <translation>Tabelle der Optionen als &amp;CSV...</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>This page as &amp;Markdown...</source>
        <translation>Diese Seite als &amp;Markdown...</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>This page as &amp;workbook...</source>
        <translation>Diese Seite als &amp;Arbeitsmappe...</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Nichts wurde exportiert</translation>
    </message>
    <message>
        <source>%1 was not written. %2</source>
        <translation>%1 wurde nicht geschrieben. %2</translation>
    </message>
    <message>
        <source>Nothing is computed yet.</source>
        <translation>Noch ist nichts berechnet.</translation>
    </message>
</context>
<context>
    <name>FigureInputsModel</name>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>Konstante</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation>Spanne: %1</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n more inputs; Enter shows all</source>
        <translation>
            <numerusform>%n weitere Eingabe; Eingabetaste zeigt alle</numerusform>
            <numerusform>%n weitere Eingaben; Eingabetaste zeigt alle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureTreeModel</name>
    <message>
        <source>%1: %2, assumed</source>
        <translation>%1: %2, angenommen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FileDrops</name>
    <message>
        <source>a plan</source>
        <translation>ein Plan</translation>
    </message>
    <message>
        <source>a model configuration</source>
        <translation>eine Modellkonfiguration</translation>
    </message>
    <message>
        <source>a model file</source>
        <translation>eine Modelldatei</translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation>ein ONNX-Modell</translation>
    </message>
    <message>
        <source>a price sheet</source>
        <translation>eine Preisliste</translation>
    </message>
    <message>
        <source>a request trace</source>
        <translation>ein Anfrage-Trace</translation>
    </message>
    <message>
        <source>a load test</source>
        <translation>ein Lasttest</translation>
    </message>
    <message>
        <source>a log</source>
        <translation>ein Protokoll</translation>
    </message>
    <message>
        <source>an unknown file</source>
        <translation>eine unbekannte Datei</translation>
    </message>
    <message>
        <source>One plan is open at a time: %1 was not opened.</source>
        <translation>Es ist immer nur ein Plan offen: %1 wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>There is no catalogue that prices could be imported into.</source>
        <translation>Es gibt keinen Katalog, in den Preise importiert werden könnten.</translation>
    </message>
    <message>
        <source>%1 is %2. The open plan has no place for it yet; nothing was changed.</source>
        <translation>%1 ist %2. Der offene Plan hat dafür noch keinen Platz; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 cannot be taken (%2): %3.</source>
        <translation>%1 kann nicht übernommen werden (%2): %3.</translation>
    </message>
    <message>
        <source>%1 is none of the files that are known here: a plan, a model configuration (config.json, GGUF, safetensors, ONNX), a price sheet, a request trace, a load test or a log.</source>
        <translation>%1 ist keine der Dateien, die hier bekannt sind: ein Plan, eine Modellkonfiguration (config.json, GGUF, safetensors, ONNX), eine Preisliste, ein Anfrage-Trace, ein Lasttest oder ein Protokoll.</translation>
    </message>
</context>
<context>
    <name>FilesSection</name>
    <message>
        <source>Files of one price sheet</source>
        <translation>Dateien einer Preisliste</translation>
    </message>
    <message>
        <source>as the provider publishes them; gzip and zip are unpacked</source>
        <translation>wie der Anbieter sie veröffentlicht; gzip und zip werden entpackt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Zu importierende Dateien</translation>
    </message>
    <message>
        <source>Add files...</source>
        <translation>Dateien hinzufügen...</translation>
    </message>
    <message>
        <source>Add folder...</source>
        <translation>Ordner hinzufügen...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>AWS offer files and savings plans, Azure retail pages and price sheets, Google Cloud SKUs and console exports, FOCUS bills, SkyPilot, gpuhunt, Vantage, Oracle, OVHcloud, Scaleway, Linode, Vultr, DigitalOcean and Hetzner lists, OpenCost, and any CSV or Excel table through a mapping. Drop files or a folder here.</source>
        <translation>AWS-Offer-Dateien und Savings Plans, Azure-Retail-Seiten und Preislisten, Google-Cloud-SKUs und Konsolenexporte, FOCUS-Rechnungen, Listen von SkyPilot, gpuhunt, Vantage, Oracle, OVHcloud, Scaleway, Linode, Vultr, DigitalOcean und Hetzner, OpenCost und jede CSV- oder Excel-Tabelle über eine Zuordnung. Legen Sie hier Dateien oder einen Ordner ab.</translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add &amp;filter</source>
        <translation>&amp;Filter hinzufügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter leeren</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>Enter changes it, Delete takes it away.</source>
        <translation>Eingabetaste ändert ihn, Entf nimmt ihn weg.</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Fit on</source>
        <translation>Passung auf</translation>
    </message>
    <message>
        <source>each accelerator</source>
        <translation>jeder Beschleuniger</translation>
    </message>
    <message>
        <source>each option</source>
        <translation>jede Option</translation>
    </message>
    <message>
        <source>Fit on each accelerator</source>
        <translation>Passung auf jedem Beschleuniger</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>one replica</source>
        <translation>ein Replikat</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>weights, KV cache</source>
        <translation>Gewichte, KV-Cache</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>s, P95</source>
        <translation>s, P95</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>sustained</source>
        <translation>dauerhaft</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>first month</source>
        <translation>erster Monat</translation>
    </message>
    <message>
        <source>Fit on each option</source>
        <translation>Passung auf jeder Option</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>■ weights  ▨ KV  □ reserve</source>
        <translation>■ Gewichte  ▨ KV  □ Reserve</translation>
    </message>
    <message>
        <source>For KV</source>
        <translation>Für KV</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>Sustained</source>
        <translation>Dauerhaft</translation>
    </message>
    <message>
        <source>, calibrated</source>
        <translation>, kalibriert</translation>
    </message>
    <message>
        <source>%1 of weights, %2 for the key-value cache, %3 in reserve</source>
        <translation>%1 Gewichte, %2 für den Schlüssel-Wert-Cache, %3 Reserve</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, one replica</source>
        <translation>%1, ein Replikat</translation>
    </message>
    <message>
        <source>capacity is what one replica sustains within the objectives</source>
        <translation>Kapazität ist, was ein Replikat innerhalb der Ziele dauerhaft leistet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 tokens of cache</source>
        <translation>%1 Token Cache</translation>
    </message>
    <message>
        <source>. ✕ below %1 tokens/s: over %2 each.</source>
        <translation>. ✕ unter %1 Token/s: über %2 je Token.</translation>
    </message>
    <message>
        <source>. ✕ misses an objective even alone.</source>
        <translation>. ✕ verfehlt ein Ziel schon allein.</translation>
    </message>
</context>
<context>
    <name>HeadSection</name>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the first rows below the header, as they are</source>
        <translation>die ersten Zeilen unter dem Kopf, wie sie sind</translation>
    </message>
    <message>
        <source>the first lines, as they are</source>
        <translation>die ersten Zeilen, wie sie sind</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>What the formulas need and no source settles. Each has a range and can be changed in the plan; the report lists those that were used.</source>
        <translation>Was die Formeln brauchen und keine Quelle klärt. Jede hat eine Spanne und kann im Plan geändert werden; der Bericht führt die benutzten auf.</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>unknown unless set</source>
        <translation>unbekannt, solange nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help - Wherewithal</source>
        <translation>Hilfe - Wherewithal</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Die Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Text of the topic</source>
        <translation>Text des Themas</translation>
    </message>
</context>
<context>
    <name>HorizonBox</name>
    <message>
        <source>Horizon</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>horizon %1 → %2</source>
        <translation>Zeitraum %1 → %2</translation>
    </message>
</context>
<context>
    <name>ImportParts</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>Ausgelassen.</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>Bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>%1 %2 y</source>
        <translation>%1 %2 J.</translation>
    </message>
    <message>
        <source>%1 %2 m</source>
        <translation>%1 %2 Mon.</translation>
    </message>
    <message>
        <source>, part upfront</source>
        <translation>, teils im Voraus</translation>
    </message>
    <message>
        <source>, all upfront</source>
        <translation>, ganz im Voraus</translation>
    </message>
    <message>
        <source>Set the currency</source>
        <translation>Währung setzen</translation>
    </message>
    <message>
        <source>Open the mapping</source>
        <translation>Zuordnung öffnen</translation>
    </message>
    <message>
        <source>Set the encoding</source>
        <translation>Zeichensatz setzen</translation>
    </message>
    <message>
        <source>Set the separator</source>
        <translation>Trennzeichen setzen</translation>
    </message>
    <message>
        <source>Set the sheet&apos;s day</source>
        <translation>Tag des Preisblatts setzen</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1, rows: %2</source>
        <translation>%1, Zeilen: %2</translation>
    </message>
    <message>
        <source>Skipped by rule; the first stands in this line.</source>
        <translation>Nach Regel übersprungen; die erste steht in dieser Zeile.</translation>
    </message>
    <message>
        <source>Offers that name no day: %1. They hold from %2, the day of this import; the Catalogue page hides them when it looks at an earlier day.</source>
        <translation>Angebote ohne eigenen Tag: %1. Sie gelten vom %2 an, dem Tag dieses Imports; die Katalogseite verbirgt sie, wenn sie einen früheren Tag betrachtet.</translation>
    </message>
    <message>
        <source>Offers that name no day: %1. They hold from %2, the day of the sheet.</source>
        <translation>Angebote ohne eigenen Tag: %1. Sie gelten vom %2 an, dem Tag des Preisblatts.</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Add price sheets</source>
        <translation>Preislisten hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder of price sheets</source>
        <translation>Einen Ordner mit Preislisten hinzufügen</translation>
    </message>
    <message>
        <source>Import price sheet</source>
        <translation>Preisliste importieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
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
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>noch keine gewählt</translation>
    </message>
    <message>
        <source>Import price sheet: %1</source>
        <translation>Preisliste importieren: %1</translation>
    </message>
    <message>
        <source>The mapping is not complete</source>
        <translation>Die Zuordnung ist nicht vollständig</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Commit %1 offers</source>
        <translation>%1 Angebote über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The catalogue is as it was.</source>
        <translation>Der Katalog ist, wie er war.</translation>
    </message>
    <message>
        <source>%1 offers so far</source>
        <translation>%1 Angebote bisher</translation>
    </message>
    <message>
        <source>Looking into the files</source>
        <translation>Die Dateien werden angesehen</translation>
    </message>
    <message>
        <source>this is no price sheet that the program knows</source>
        <translation>das ist keine Preisliste, die das Programm kennt</translation>
    </message>
    <message>
        <source>this is no price sheet but: %1</source>
        <translation>das ist keine Preisliste, sondern: %1</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>Die ersten Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>no row of the file gives a price</source>
        <translation>keine Zeile der Datei ergibt einen Preis</translation>
    </message>
    <message>
        <source>see the mapping: which column holds the price, and how are numbers written?</source>
        <translation>siehe die Zuordnung: welche Spalte hält den Preis, und wie sind Zahlen geschrieben?</translation>
    </message>
    <message>
        <source>choose another format if the detected one is wrong</source>
        <translation>wählen Sie ein anderes Format, wenn das erkannte falsch ist</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>no row left out for errors</source>
        <translation>keine Zeile wegen Fehlern ausgelassen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>%1 rows in %2; nothing is stored yet</source>
        <translation>%1 Zeilen in %2; noch ist nichts gespeichert</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>%1 new prices</source>
        <translation>%1 neue Preise</translation>
    </message>
    <message>
        <source>Saved. It can be chosen for other files now.</source>
        <translation>Gespeichert. Sie kann jetzt für andere Dateien gewählt werden.</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>files: %1</source>
        <translation>Dateien: %1</translation>
    </message>
    <message>
        <source>there is no row below the header line</source>
        <translation>unter der Kopfzeile steht keine Zeile</translation>
    </message>
    <message>
        <source>set header line and separator if the file is a table, choose another file if it is none</source>
        <translation>setzen Sie Kopfzeile und Trennzeichen, wenn die Datei eine Tabelle ist; sonst wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>all rows, %1</source>
        <translation>alle Zeilen, %1</translation>
    </message>
    <message>
        <source>first %1 rows</source>
        <translation>erste %1 Zeilen</translation>
    </message>
    <message>
        <source>rows left out: %1</source>
        <translation>ausgelassene Zeilen: %1</translation>
    </message>
    <message>
        <source>The publisher&apos;s date is not understood</source>
        <translation>Das Datum des Herausgebers ist nicht verständlich</translation>
    </message>
    <message>
        <source>no row of the file gives a price. Line %1: %2</source>
        <translation>keine Zeile der Datei ergibt einen Preis. Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>KindTabs</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>LetterTag</name>
    <message>
        <source>Option %1</source>
        <translation>Option %1</translation>
    </message>
</context>
<context>
    <name>LimitDelegate</name>
    <message>
        <source>below 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-fach</translation>
    </message>
</context>
<context>
    <name>MachinesChart</name>
    <message>
        <source>Machines by month</source>
        <translation>Maschinen nach Monat</translation>
    </message>
    <message>
        <source>The number of machines is unknown.</source>
        <translation>Die Zahl der Maschinen ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3 machines</source>
        <translation>%1: von %2 auf %3 Maschinen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Wherewithal</source>
        <translation>Wherewithal</translation>
    </message>
    <message>
        <source>%1 (edited) - Wherewithal</source>
        <translation>%1 (geändert) - Wherewithal</translation>
    </message>
    <message>
        <source>%1 - Wherewithal</source>
        <translation>%1 - Wherewithal</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Catalogue</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>S&amp;tartseite</translation>
    </message>
    <message>
        <source>&amp;New from template</source>
        <translation>&amp;Neu aus Vorlage</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>Speichern &amp;unter...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>%1 (draft of %2)</source>
        <translation>%1 (Entwurf von %2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No plan was opened yet</source>
        <translation>Noch wurde kein Plan geöffnet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Find a field, option or command</source>
        <translation>Feld, Option oder Befehl &amp;finden</translation>
    </message>
    <message>
        <source>Find on this &amp;page</source>
        <translation>Auf dieser &amp;Seite finden</translation>
    </message>
    <message>
        <source>&amp;Compute again</source>
        <translation>Neu be&amp;rechnen</translation>
    </message>
    <message>
        <source>&amp;Import price sheet...</source>
        <translation>Preisliste &amp;importieren...</translation>
    </message>
    <message>
        <source>&amp;Show the catalogue</source>
        <translation>Katalog &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Explanation</source>
        <translation>&amp;Erklärung</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous region</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Farben des S&amp;ystems</translation>
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
        <source>Text size %1 %</source>
        <translation>Textgröße %1 %</translation>
    </message>
    <message>
        <source>&amp;About Wherewithal</source>
        <translation>Ü&amp;ber Wherewithal</translation>
    </message>
    <message>
        <source>Wherewithal %1: where a model should run, and with all of what means. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Wherewithal %1: wo ein Modell laufen soll, und mit allem, was dazugehört. Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;Name and notes...</source>
        <translation>&amp;Name und Notizen...</translation>
    </message>
    <message>
        <source>Compare &amp;with another plan...</source>
        <translation>Mit einem anderen Plan &amp;vergleichen...</translation>
    </message>
    <message>
        <source>&amp;Help on this</source>
        <translation>&amp;Hilfe hierzu</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Assumptions</source>
        <translation>&amp;Annahmen</translation>
    </message>
</context>
<context>
    <name>MappingSection</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Column of %1</source>
        <translation>Spalte für %1</translation>
    </message>
    <message>
        <source>Numbers are written</source>
        <translation>Zahlen sind geschrieben</translation>
    </message>
    <message>
        <source>A price is per</source>
        <translation>Ein Preis gilt je</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Memory is in</source>
        <translation>Speicher steht in</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Region, if no column</source>
        <translation>Region, wenn keine Spalte</translation>
    </message>
    <message>
        <source>Use a saved mapping</source>
        <translation>Eine gespeicherte Zuordnung benutzen</translation>
    </message>
    <message>
        <source>Save it as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>bitte wählen</translation>
    </message>
    <message>
        <source>%1, shipped</source>
        <translation>%1, mitgeliefert</translation>
    </message>
    <message>
        <source>which column of the file is what; the rest is not read</source>
        <translation>welche Spalte der Datei was ist; der Rest wird nicht gelesen</translation>
    </message>
    <message>
        <source>%1: what its columns mean is known, so there is nothing to map.</source>
        <translation>%1: was die Spalten bedeuten, ist bekannt; es gibt nichts zuzuordnen.</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>nicht in der Datei</translation>
    </message>
    <message>
        <source>Say which column names the machine.</source>
        <translation>Sagen Sie, welche Spalte die Maschine nennt.</translation>
    </message>
    <message>
        <source>Say which column holds the price.</source>
        <translation>Sagen Sie, welche Spalte den Preis hält.</translation>
    </message>
    <message>
        <source>columns are known</source>
        <translation>Spalten sind bekannt</translation>
    </message>
    <message>
        <source>%1 of %2 columns</source>
        <translation>%1 von %2 Spalten</translation>
    </message>
</context>
<context>
    <name>MeasureField</name>
    <message>
        <source>%1, %2. A range may be written 5 to 10, 100 +- 10 % or P10 3, P90 9.</source>
        <translation>%1, %2. Eine Spanne schreibt man 5 to 10, 100 +- 10 % oder P10 3, P90 9.</translation>
    </message>
    <message>
        <source>A value is needed here</source>
        <translation>Hier wird ein Wert gebraucht</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht verlangt</translation>
    </message>
    <message>
        <source>%1 %2 → %3 %4</source>
        <translation>%1 %2 → %3 %4</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>triangular</source>
        <translation>dreieckig</translation>
    </message>
    <message>
        <source>log-normal</source>
        <translation>lognormal</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>Use %1 %</source>
        <translation>%1 % benutzen</translation>
    </message>
    <message>
        <source>Use %1 %2</source>
        <translation>%1 %2 benutzen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 benutzen</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Why this value</source>
        <translation>Warum dieser Wert</translation>
    </message>
    <message>
        <source>Write down why (Alt+N)</source>
        <translation>Aufschreiben, warum (Alt+N)</translation>
    </message>
    <message>
        <source>no note on %1</source>
        <translation>keine Notiz zu %1</translation>
    </message>
    <message>
        <source>note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Still using %1.</source>
        <translation>Es gilt weiter %1.</translation>
    </message>
    <message>
        <source>± %1 %2 or ± %1 %?</source>
        <translation>± %1 %2 oder ± %1 %?</translation>
    </message>
    <message>
        <source>P10&#xa0;%1  P50&#xa0;%2  P90&#xa0;%3, %4</source>
        <translation>P10&#xa0;%1  P50&#xa0;%2  P90&#xa0;%3, %4</translation>
    </message>
</context>
<context>
    <name>MonthlyChart</name>
    <message>
        <source>Cost by month, by ledger line</source>
        <translation>Kosten je Monat, nach Kostenzeile</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>No cost of this option is known.</source>
        <translation>Von dieser Option sind keine Kosten bekannt.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Option %1, in %2: %3 in the first month, %4 in the last. Greatest first: %5.</source>
        <translation>Option %1, in %2: %3 im ersten Monat, %4 im letzten. Größte zuerst: %5.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Close this note</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>OptionEditor</name>
    <message>
        <source>choose a server</source>
        <translation>Server wählen</translation>
    </message>
    <message>
        <source>choose a site</source>
        <translation>Standort wählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1 of a query to any</source>
        <translation>%1 einer Abfrage auf beliebig</translation>
    </message>
    <message>
        <source>%1 of a query to %2</source>
        <translation>%1 einer Abfrage auf %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Nothing chosen means: no matter which.</source>
        <translation>Nichts gewählt heißt: gleich welche.</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Continents</source>
        <translation>Kontinente</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Which machines</source>
        <translation>Welche Maschinen</translation>
    </message>
    <message>
        <source>An empty field asks for nothing.</source>
        <translation>Ein leeres Feld verlangt nichts.</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Accelerator memory, at least</source>
        <translation>Beschleunigerspeicher, mindestens</translation>
    </message>
    <message>
        <source>GiB of the machine</source>
        <translation>GiB der Maschine</translation>
    </message>
    <message>
        <source>Accelerators, at least</source>
        <translation>Beschleuniger, mindestens</translation>
    </message>
    <message>
        <source>Accelerators, at most</source>
        <translation>Beschleuniger, höchstens</translation>
    </message>
    <message>
        <source>vCPUs, at least</source>
        <translation>vCPUs, mindestens</translation>
    </message>
    <message>
        <source>vCPUs, at most</source>
        <translation>vCPUs, höchstens</translation>
    </message>
    <message>
        <source>Memory, at least</source>
        <translation>Speicher, mindestens</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Kinds of machine</source>
        <translation>Arten von Maschinen</translation>
    </message>
    <message>
        <source>How bought, and how many are kept</source>
        <translation>Wie gekauft wird und wie viele bleiben</translation>
    </message>
    <message>
        <source>Ways of buying</source>
        <translation>Kaufarten</translation>
    </message>
    <message>
        <source>all that are priced, but no spot</source>
        <translation>alle bepreisten, aber kein Spot</translation>
    </message>
    <message>
        <source>ways of buying of a query</source>
        <translation>Kaufarten einer Abfrage</translation>
    </message>
    <message>
        <source>Kept of each provider</source>
        <translation>Je Anbieter behalten</translation>
    </message>
    <message>
        <source>cheapest</source>
        <translation>günstigste</translation>
    </message>
    <message>
        <source>Kept in all</source>
        <translation>Insgesamt behalten</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Rented machines at the peaks</source>
        <translation>Gemietete Maschinen zu den Spitzen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>None: own servers carry the whole load. Choose a machine to rent what is above them.</source>
        <translation>Keine: eigene Server tragen die ganze Last. Wählen Sie eine Maschine, um zu mieten, was darüber liegt.</translation>
    </message>
    <message>
        <source>Choose from the catalogue…</source>
        <translation>Aus dem Katalog wählen…</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Andere wählen…</translation>
    </message>
    <message>
        <source>Rent nothing</source>
        <translation>Nichts mieten</translation>
    </message>
    <message>
        <source>rent nothing at the peaks</source>
        <translation>zu den Spitzen nichts mieten</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 vCPUs</source>
        <translation>%1 vCPUs</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>region of a candidate to %1</source>
        <translation>Region eines Kandidaten auf %1</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>way of buying of a candidate to %1</source>
        <translation>Kaufart eines Kandidaten auf %1</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Paid upfront</source>
        <translation>Im Voraus bezahlt</translation>
    </message>
    <message>
        <source>upfront payment of a candidate</source>
        <translation>Vorauszahlung eines Kandidaten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Layer on top</source>
        <translation>Schicht darüber</translation>
    </message>
    <message>
        <source>no layer on a candidate</source>
        <translation>keine Schicht auf einem Kandidaten</translation>
    </message>
    <message>
        <source>layer of a candidate to %1</source>
        <translation>Schicht eines Kandidaten auf %1</translation>
    </message>
    <message>
        <source>Own servers</source>
        <translation>Eigene Server</translation>
    </message>
    <message>
        <source>As many as the demand needs; the plan counts them.</source>
        <translation>So viele, wie die Nachfrage braucht; der Plan zählt sie.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>server to %1</source>
        <translation>Server auf %1</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>site to %1</source>
        <translation>Standort auf %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>What the catalogue knows of the server</source>
        <translation>Was der Katalog über den Server weiß</translation>
    </message>
    <message>
        <source>%1 × %2, %3 vCPUs, %4</source>
        <translation>%1 × %2, %3 vCPUs, %4</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Rack space</source>
        <translation>Rackplatz</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>What the catalogue knows of the site</source>
        <translation>Was der Katalog über den Standort weiß</translation>
    </message>
    <message>
        <source>Colocation</source>
        <translation>Colocation</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>⚠ Assumed for all own servers of this plan</source>
        <translation>⚠ Angenommen für alle eigenen Server dieses Plans</translation>
    </message>
    <message>
        <source>Nobody publishes these for you. Type what you know, a number or a range; an empty field goes back to the assumption.</source>
        <translation>Das veröffentlicht niemand für Sie. Tragen Sie ein, was Sie wissen, eine Zahl oder eine Spanne; ein leeres Feld kehrt zur Annahme zurück.</translation>
    </message>
    <message>
        <source>Token API</source>
        <translation>Token-API</translation>
    </message>
    <message>
        <source>Paid for each token; the seller runs the machines.</source>
        <translation>Je Token bezahlt; der Verkäufer betreibt die Maschinen.</translation>
    </message>
    <message>
        <source>id in the catalogue</source>
        <translation>Kennung im Katalog</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>the seller&apos;s name of it</source>
        <translation>der Name beim Verkäufer</translation>
    </message>
    <message>
        <source>Name and notes</source>
        <translation>Name und Notizen</translation>
    </message>
    <message>
        <source>made of its parts</source>
        <translation>aus seinen Teilen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Servers that you own</source>
        <translation>Server, die Ihnen gehören</translation>
    </message>
    <message>
        <source>They are used before new ones are bought, and cost no purchase price.</source>
        <translation>Sie werden benutzt, ehe neue gekauft werden, und kosten keinen Kaufpreis.</translation>
    </message>
    <message>
        <source>model of owned servers to %1</source>
        <translation>Modell eigener Server auf %1</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Book value each</source>
        <translation>Buchwert je Stück</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>A commitment that still runs</source>
        <translation>Eine laufende Bindung</translation>
    </message>
    <message>
        <source>Paid whether used or not. Options on the same machine and region use it first.</source>
        <translation>Bezahlt, ob benutzt oder nicht. Optionen auf derselben Maschine und Region benutzen sie zuerst.</translation>
    </message>
    <message>
        <source>machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Price each</source>
        <translation>Preis je Stück</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 je Stunde</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>✕ %1. Write year and month, such as 2027-12; the old month stays in use.</source>
        <translation>✕ %1. Schreiben Sie Jahr und Monat, etwa 2027-12; der alte Monat gilt weiter.</translation>
    </message>
    <message>
        <source>last month of a commitment to %1</source>
        <translation>letzter Monat einer Bindung auf %1</translation>
    </message>
    <message>
        <source>Contract discount of %1</source>
        <translation>Vertragsrabatt von %1</translation>
    </message>
    <message>
        <source>Taken off every list price of this provider.</source>
        <translation>Von jedem Listenpreis dieses Anbieters abgezogen.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>of list prices</source>
        <translation>der Listenpreise</translation>
    </message>
    <message>
        <source>Edit this server</source>
        <translation>Diesen Server bearbeiten</translation>
    </message>
    <message>
        <source>Take a server of your own…</source>
        <translation>Einen eigenen Server nehmen…</translation>
    </message>
    <message>
        <source>A server with the price of your offer and the power that you know</source>
        <translation>Ein Server mit dem Preis Ihres Angebots und der Leistung, die Sie kennen</translation>
    </message>
    <message>
        <source>Edit this site</source>
        <translation>Diesen Standort bearbeiten</translation>
    </message>
    <message>
        <source>Take a site of your own…</source>
        <translation>Einen eigenen Standort nehmen…</translation>
    </message>
    <message>
        <source>A site with your rent, your price of electricity and your PUE</source>
        <translation>Ein Standort mit Ihrer Miete, Ihrem Strompreis und Ihrem PUE</translation>
    </message>
    <message>
        <source>Our server</source>
        <translation>Unser Server</translation>
    </message>
    <message>
        <source>take a server of your own</source>
        <translation>einen eigenen Server nehmen</translation>
    </message>
    <message>
        <source>Our site</source>
        <translation>Unser Standort</translation>
    </message>
    <message>
        <source>take a site of your own</source>
        <translation>einen eigenen Standort nehmen</translation>
    </message>
    <message>
        <source>What the plan says of the server</source>
        <translation>Was der Plan über den Server sagt</translation>
    </message>
    <message>
        <source>What the plan says of the site</source>
        <translation>Was der Plan über den Standort sagt</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>Nordamerika</translation>
    </message>
    <message>
        <source>South America</source>
        <translation>Südamerika</translation>
    </message>
    <message>
        <source>Asia</source>
        <translation>Asien</translation>
    </message>
    <message>
        <source>Oceania</source>
        <translation>Ozeanien</translation>
    </message>
    <message>
        <source>Africa</source>
        <translation>Afrika</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>who says so: an offer, a contract, a meter</source>
        <translation>wer es sagt: ein Angebot, ein Vertrag, ein Zähler</translation>
    </message>
    <message>
        <source>Of the day</source>
        <translation>Vom Tag</translation>
    </message>
    <message>
        <source>✕ “%1” is no day. Write it as 2026-11-28; the old day stays.</source>
        <translation>✕ „%1“ ist kein Tag. Schreiben Sie ihn wie 2026-11-28; der alte Tag bleibt.</translation>
    </message>
    <message>
        <source>no day of a source</source>
        <translation>kein Tag einer Quelle</translation>
    </message>
    <message>
        <source>day of a source to %1</source>
        <translation>Tag einer Quelle auf %1</translation>
    </message>
    <message>
        <source>A server of your own</source>
        <translation>Ein eigener Server</translation>
    </message>
    <message>
        <source>Candidates choose it like one of the catalogue. An empty field means that you do not know: what needs it stays unknown.</source>
        <translation>Kandidaten wählen ihn wie einen des Katalogs. Ein leeres Feld heißt, dass Sie es nicht wissen: was es braucht, bleibt unbekannt.</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>accelerator to %1</source>
        <translation>Beschleuniger auf %1</translation>
    </message>
    <message>
        <source>in a server</source>
        <translation>je Server</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Price and power</source>
        <translation>Preis und Leistung</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>%1 je Stück</translation>
    </message>
    <message>
        <source>Power at full load</source>
        <translation>Leistung bei Volllast</translation>
    </message>
    <message>
        <source>Power when idle</source>
        <translation>Leistung im Leerlauf</translation>
    </message>
    <message>
        <source>Rated power</source>
        <translation>Nennleistung</translation>
    </message>
    <message>
        <source>W, what a rack is billed by</source>
        <translation>W, wonach ein Schrank abgerechnet wird</translation>
    </message>
    <message>
        <source>A site of your own</source>
        <translation>Ein eigener Standort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>two letters: DE</source>
        <translation>zwei Buchstaben: DE</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>Continent</source>
        <translation>Kontinent</translation>
    </message>
    <message>
        <source>continent to %1</source>
        <translation>Kontinent auf %1</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Was er kostet</translation>
    </message>
    <message>
        <source>%1 a kWh</source>
        <translation>%1 je kWh</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>Miete</translation>
    </message>
    <message>
        <source>%1 a kW and month</source>
        <translation>%1 je kW und Monat</translation>
    </message>
    <message>
        <source>empty: the assumption, %1</source>
        <translation>leer: die Annahme, %1</translation>
    </message>
</context>
<context>
    <name>OptionPicker</name>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>OptionSources</name>
    <message>
        <source>Any machine %1; the cheapest %2 of each provider, %3 in all</source>
        <translation>Jede Maschine %1; die %2 günstigsten jedes Anbieters, %3 insgesamt</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Noch ist nichts gewählt.</translation>
    </message>
    <message>
        <source>%1 of %2, %3 old, book value %4 each</source>
        <translation>%1 von %2, %3 alt, Buchwert %4 je Stück</translation>
    </message>
    <message>
        <source>no server chosen</source>
        <translation>kein Server gewählt</translation>
    </message>
    <message>
        <source>no machine chosen</source>
        <translation>keine Maschine gewählt</translation>
    </message>
    <message>
        <source>%1 of %2 to %3, %4 an hour each, paid whether used or not</source>
        <translation>%1 von %2 bis %3, %4 je Stunde und Stück, ob genutzt oder nicht</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Owned servers</source>
        <translation>Eigene Server</translation>
    </message>
    <message>
        <source>Running commitment</source>
        <translation>Laufende Bindung</translation>
    </message>
    <message>
        <source>Contract discount</source>
        <translation>Vertragsrabatt</translation>
    </message>
    <message>
        <source>%1 off the list prices of %2</source>
        <translation>%1 auf die Listenpreise von %2</translation>
    </message>
    <message>
        <source>add a query</source>
        <translation>Abfrage hinzufügen</translation>
    </message>
    <message>
        <source>add candidate %1</source>
        <translation>Kandidat %1 hinzufügen</translation>
    </message>
    <message>
        <source>add owned servers</source>
        <translation>eigene Server hinzufügen</translation>
    </message>
    <message>
        <source>add a running commitment</source>
        <translation>laufende Bindung hinzufügen</translation>
    </message>
    <message>
        <source>add a contract discount of %1</source>
        <translation>Vertragsrabatt von %1 hinzufügen</translation>
    </message>
    <message>
        <source>duplicate a query</source>
        <translation>Abfrage verdoppeln</translation>
    </message>
    <message>
        <source>duplicate candidate %1</source>
        <translation>Kandidat %1 verdoppeln</translation>
    </message>
    <message>
        <source>duplicate owned servers</source>
        <translation>eigene Server verdoppeln</translation>
    </message>
    <message>
        <source>duplicate a running commitment</source>
        <translation>laufende Bindung verdoppeln</translation>
    </message>
    <message>
        <source>remove a query</source>
        <translation>eine Abfrage entfernen</translation>
    </message>
    <message>
        <source>remove candidate %1</source>
        <translation>Kandidat %1 entfernen</translation>
    </message>
    <message>
        <source>remove owned servers</source>
        <translation>eigene Server entfernen</translation>
    </message>
    <message>
        <source>remove a running commitment</source>
        <translation>laufende Bindung entfernen</translation>
    </message>
    <message>
        <source>remove the discount of %1</source>
        <translation>Rabatt von %1 entfernen</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>of the kinds %1</source>
        <translation>der Arten %1</translation>
    </message>
    <message>
        <source>with at least %1 of accelerator memory</source>
        <translation>mit mindestens %1 Beschleunigerspeicher</translation>
    </message>
    <message>
        <source>with at least %1 accelerators</source>
        <translation>mit mindestens %1 Beschleunigern</translation>
    </message>
    <message>
        <source>with at most %1 accelerators</source>
        <translation>mit höchstens %1 Beschleunigern</translation>
    </message>
    <message>
        <source>with at least %1 vCPUs</source>
        <translation>mit mindestens %1 vCPUs</translation>
    </message>
    <message>
        <source>with at most %1 vCPUs</source>
        <translation>mit höchstens %1 vCPUs</translation>
    </message>
    <message>
        <source>with at least %1 of memory</source>
        <translation>mit mindestens %1 Speicher</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>bought %1</source>
        <translation>gekauft %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 %2 each</source>
        <translation>%1 %2 je Stück</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%1 %2 a kWh</source>
        <translation>%1 %2 je kWh</translation>
    </message>
    <message>
        <source>price of electricity unknown</source>
        <translation>Strompreis unbekannt</translation>
    </message>
    <message>
        <source>Server of your own</source>
        <translation>Eigener Server</translation>
    </message>
    <message>
        <source>Site of your own</source>
        <translation>Eigener Standort</translation>
    </message>
    <message>
        <source>add a server of your own</source>
        <translation>eigenen Server hinzufügen</translation>
    </message>
    <message>
        <source>add a site of your own</source>
        <translation>eigenen Standort hinzufügen</translation>
    </message>
    <message>
        <source>Our %1</source>
        <translation>Unser %1</translation>
    </message>
    <message>
        <source>Our site near %1</source>
        <translation>Unser Standort nahe %1</translation>
    </message>
    <message>
        <source>duplicate server %1</source>
        <translation>Server %1 verdoppeln</translation>
    </message>
    <message>
        <source>duplicate site %1</source>
        <translation>Standort %1 verdoppeln</translation>
    </message>
    <message>
        <source>remove server %1</source>
        <translation>Server %1 entfernen</translation>
    </message>
    <message>
        <source>remove site %1</source>
        <translation>Standort %1 entfernen</translation>
    </message>
</context>
<context>
    <name>OptionsModel</name>
    <message numerus="yes">
        <source>Undecided (%n): an answer is missing. Ask the vendor or enter what you know.</source>
        <translation>
            <numerusform>Unentschieden (%n): eine Antwort fehlt. Fragen Sie den Anbieter, oder tragen Sie ein, was Sie wissen.</numerusform>
            <numerusform>Unentschieden (%n): eine Antwort fehlt. Fragen Sie den Anbieter, oder tragen Sie ein, was Sie wissen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Excluded (%n)</source>
        <translation>
            <numerusform>Ausgeschlossen (%n)</numerusform>
            <numerusform>Ausgeschlossen (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>no reason is stated</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 %2, excluded: %3</source>
        <translation>%1 %2, ausgeschlossen: %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 · raisable</source>
        <translation>%1 · anhebbar</translation>
    </message>
    <message>
        <source>a part is unknown</source>
        <translation>ein Teil ist unbekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2: %3 %4</source>
        <translation>%1 %2: %3 %4</translation>
    </message>
    <message>
        <source>first in</source>
        <translation>zuerst in</translation>
    </message>
    <message>
        <source>s, ≤ %1</source>
        <translation>s, ≤ %1</translation>
    </message>
    <message>
        <source>%1, ≥ %2</source>
        <translation>%1, ≥ %2</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>million tokens</source>
        <translation>Million Token</translation>
    </message>
    <message>
        <source>thousand requests</source>
        <translation>tausend Anfragen</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>0–100</source>
        <translation>0–100</translation>
    </message>
    <message>
        <source>Cost over %1</source>
        <translation>Kosten, %1</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>One run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>P95 latency</source>
        <translation>P95-Latenz</translation>
    </message>
    <message>
        <source>Sustained</source>
        <translation>Dauerhaft</translation>
    </message>
    <message>
        <source>First limit</source>
        <translation>Erste Grenze</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Stückkosten</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Break-even</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>req</source>
        <translation>Anfr.</translation>
    </message>
    <message>
        <source>M tok</source>
        <translation>Mio. Tok</translation>
    </message>
    <message>
        <source>k req</source>
        <translation>Tsd. Anfr.</translation>
    </message>
    <message>
        <source>The arrow says: this cost lies beyond the axis of the column.</source>
        <translation>Der Pfeil sagt: diese Kosten liegen jenseits der Achse der Spalte.</translation>
    </message>
    <message>
        <source>The arrow says: the range goes on beyond the axis of the column.</source>
        <translation>Der Pfeil sagt: die Spanne reicht über die Achse der Spalte hinaus.</translation>
    </message>
    <message>
        <source>Runs a month</source>
        <translation>Läufe im Monat</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Key-value cache</source>
        <translation>Schlüssel-Wert-Cache</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Router time-out</source>
        <translation>Zeitgrenze des Routers</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt ist</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Options of the plan</source>
        <translation>Optionen des Plans</translation>
    </message>
    <message>
        <source>Editor of what is selected</source>
        <translation>Editor des Gewählten</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Add a query, a candidate, or something that you own</source>
        <translation>Eine Abfrage, einen Kandidaten oder etwas Eigenes hinzufügen</translation>
    </message>
    <message>
        <source>Add a copy of what is selected, to vary it</source>
        <translation>Eine Kopie des Gewählten hinzufügen, um sie abzuwandeln</translation>
    </message>
    <message>
        <source>Queries, candidates and what is owned</source>
        <translation>Abfragen, Kandidaten und Eigenes</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>queries, candidates, and what is owned; edit at the right</source>
        <translation>Abfragen, Kandidaten und Eigenes; rechts bearbeiten</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>first reason</source>
        <translation>erster Grund</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>an option keeps its letter as long as it stands in the plan</source>
        <translation>eine Option behält ihren Buchstaben, solange sie im Plan steht</translation>
    </message>
    <message>
        <source>Query: any machine that fits</source>
        <translation>Abfrage: jede passende Maschine</translation>
    </message>
    <message>
        <source>Machine or platform from the catalogue…</source>
        <translation>Maschine oder Plattform aus dem Katalog…</translation>
    </message>
    <message>
        <source>Own servers</source>
        <translation>Eigene Server</translation>
    </message>
    <message>
        <source>own servers</source>
        <translation>eigene Server</translation>
    </message>
    <message>
        <source>Token API</source>
        <translation>Token-API</translation>
    </message>
    <message>
        <source>token API</source>
        <translation>Token-API</translation>
    </message>
    <message>
        <source>Servers that you own already</source>
        <translation>Server, die Ihnen schon gehören</translation>
    </message>
    <message>
        <source>Commitment that still runs</source>
        <translation>Laufende Bindung</translation>
    </message>
    <message>
        <source>Contract discount of</source>
        <translation>Vertragsrabatt von</translation>
    </message>
    <message>
        <source>Nothing is compared yet.</source>
        <translation>Noch ist nichts verglichen.</translation>
    </message>
    <message>
        <source>Add a query for any machine that fits, or name a candidate.</source>
        <translation>Fügen Sie eine Abfrage nach jeder passenden Maschine hinzu, oder nennen Sie einen Kandidaten.</translation>
    </message>
    <message>
        <source>Add a query, a candidate or something that you own; its parts are edited here.</source>
        <translation>Fügen Sie eine Abfrage, einen Kandidaten oder etwas Eigenes hinzu; die Teile werden hier bearbeitet.</translation>
    </message>
    <message>
        <source>⚠ %1.</source>
        <translation>⚠ %1.</translation>
    </message>
    <message>
        <source>Not in the comparison yet.</source>
        <translation>Noch nicht im Vergleich.</translation>
    </message>
    <message>
        <source>Stands in the comparison as %1.</source>
        <translation>Steht im Vergleich als %1.</translation>
    </message>
    <message>
        <source>⚠ This query finds nothing: ask for less.</source>
        <translation>⚠ Diese Abfrage findet nichts: verlangen Sie weniger.</translation>
    </message>
    <message numerus="yes">
        <source>Finds %n ways to rent a machine.</source>
        <translation>
            <numerusform>Findet %n Art, eine Maschine zu mieten.</numerusform>
            <numerusform>Findet %n Arten, eine Maschine zu mieten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Compared: %2.</source>
        <translation>%1 Verglichen: %2.</translation>
    </message>
    <message>
        <source>machine of a candidate to %1</source>
        <translation>Maschine eines Kandidaten auf %1</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>A server of your own to choose from</source>
        <translation>Ein eigener Server zur Auswahl</translation>
    </message>
    <message>
        <source>Our server</source>
        <translation>Unser Server</translation>
    </message>
    <message>
        <source>A site of your own to choose from</source>
        <translation>Ein eigener Standort zur Auswahl</translation>
    </message>
    <message>
        <source>Our site</source>
        <translation>Unser Standort</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>OrderDelegate</name>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>OwnAnswerDialog</name>
    <message>
        <source>Own answer</source>
        <translation>Eigene Antwort</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Computing the options</source>
        <translation>Die Optionen werden berechnet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The plan cannot be computed</source>
        <translation>Der Plan kann nicht berechnet werden</translation>
    </message>
    <message>
        <source>The plan cannot be computed: %1</source>
        <translation>Der Plan kann nicht berechnet werden: %1</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Arbeitslast</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Anforderungen</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The computation was stopped</source>
        <translation>Die Berechnung wurde angehalten</translation>
    </message>
    <message>
        <source>Nothing has been computed for this plan yet.</source>
        <translation>Für diesen Plan ist noch nichts berechnet.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Page Up and Page Down turn the page, + and - zoom, 0 shows the whole page.</source>
        <translation>Bild auf und Bild ab blättern, + und - vergrößern, 0 zeigt die ganze Seite.</translation>
    </message>
    <message>
        <source> · %1 %</source>
        <translation> · %1 %</translation>
    </message>
</context>
<context>
    <name>PlainChartView</name>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Name and notes of the plan</source>
        <translation>Name und Notizen des Plans</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>Name des Plans</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>N&amp;otizen</translation>
    </message>
    <message>
        <source>name of the plan %1 → %2</source>
        <translation>Name des Plans %1 → %2</translation>
    </message>
    <message>
        <source>notes of the plan</source>
        <translation>Notizen des Plans</translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>All files (*);;Plans (*.wherewithal)</source>
        <translation>Alle Dateien (*);;Pläne (*.wherewithal)</translation>
    </message>
    <message>
        <source>Save plan as</source>
        <translation>Plan speichern unter</translation>
    </message>
    <message>
        <source>Plans (*.wherewithal)</source>
        <translation>Pläne (*.wherewithal)</translation>
    </message>
    <message>
        <source>The edits of %1 were restored: they had not been saved under a name.</source>
        <translation>Die Änderungen an %1 sind wiederhergestellt: sie waren nicht unter einem Namen gespeichert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The edits were discarded.</source>
        <translation>Die Änderungen sind verworfen.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>· not saved under a name yet</source>
        <translation>· noch unter keinem Namen gespeichert</translation>
    </message>
    <message>
        <source>· saved</source>
        <translation>· gespeichert</translation>
    </message>
    <message>
        <source>· edited, saved as draft %1</source>
        <translation>· geändert, als Entwurf gespeichert %1</translation>
    </message>
    <message>
        <source>· edited</source>
        <translation>· geändert</translation>
    </message>
    <message>
        <source>%1 is no longer there. The plan in this window is as it was.</source>
        <translation>%1 ist nicht mehr da. Der Plan in diesem Fenster ist, wie er war.</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Noch einmal speichern</translation>
    </message>
    <message>
        <source>%1 was changed by another program. Your edits are still here.</source>
        <translation>%1 wurde von einem anderen Programm geändert. Ihre Änderungen sind noch da.</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Behalten, was hier ist</translation>
    </message>
</context>
<context>
    <name>PreviewSection</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Tenancy</source>
        <translation>Mandantschaft</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kaufart</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rows as they will be stored</source>
        <translation>Zeilen, wie sie gespeichert werden</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>kept, no own price</source>
        <translation>behalten, kein eigener Preis</translation>
    </message>
    <message>
        <source>stored, %1 lines</source>
        <translation>gespeichert, %1 Zeilen</translation>
    </message>
    <message>
        <source>all offers as they will be stored (%1); upfront parts spread over the term</source>
        <translation>alle Angebote, wie sie gespeichert werden (%1); Vorauszahlungen auf die Laufzeit verteilt</translation>
    </message>
    <message>
        <source>the first %1 offers as they will be stored; upfront parts spread over the term</source>
        <translation>die ersten %1 Angebote, wie sie gespeichert werden; Vorauszahlungen auf die Laufzeit verteilt</translation>
    </message>
</context>
<context>
    <name>PriceFilters</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>≥ %1 %2</source>
        <translation>≥ %1 %2</translation>
    </message>
    <message>
        <source>≤ %1 %2</source>
        <translation>≤ %1 %2</translation>
    </message>
    <message>
        <source>%1 or unknown</source>
        <translation>%1 oder unbekannt</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>Provider: %1</source>
        <translation>Anbieter: %1</translation>
    </message>
    <message>
        <source>Region: %1</source>
        <translation>Region: %1</translation>
    </message>
    <message>
        <source>Purchase: %1</source>
        <translation>Kaufart: %1</translation>
    </message>
    <message>
        <source>Accelerator: %1</source>
        <translation>Beschleuniger: %1</translation>
    </message>
    <message>
        <source>Accelerator memory %1</source>
        <translation>Beschleunigerspeicher %1</translation>
    </message>
    <message>
        <source>Each %1</source>
        <translation>Je Stück %1</translation>
    </message>
    <message>
        <source>Price %1</source>
        <translation>Preis %1</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Memory %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation>System: %1</translation>
    </message>
    <message>
        <source>Sheet: %1</source>
        <translation>Liste: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Replaced prices too</source>
        <translation>Auch ersetzte Preise</translation>
    </message>
    <message>
        <source>Only prices of this plan</source>
        <translation>Nur Preise dieses Plans</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>At least, in %1</source>
        <translation>Mindestens, in %1</translation>
    </message>
    <message>
        <source>At most, in %1</source>
        <translation>Höchstens, in %1</translation>
    </message>
    <message>
        <source>or unknown</source>
        <translation>oder unbekannt</translation>
    </message>
    <message>
        <source>%1, the plan&apos;s day</source>
        <translation>%1, der Tag des Plans</translation>
    </message>
    <message>
        <source>the newest price of each</source>
        <translation>der jeweils neueste Preis</translation>
    </message>
    <message>
        <source>Another day, year-month-day</source>
        <translation>Ein anderer Tag, Jahr-Monat-Tag</translation>
    </message>
</context>
<context>
    <name>PriceHistoryChart</name>
    <message>
        <source>Price history</source>
        <translation>Preisverlauf</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>PriceModel</name>
    <message>
        <source>%1 %2 y</source>
        <translation>%1 %2 J.</translation>
    </message>
    <message>
        <source>%1 %2 m</source>
        <translation>%1 %2 Mon.</translation>
    </message>
    <message>
        <source>, part upfront</source>
        <translation>, teils im Voraus</translation>
    </message>
    <message>
        <source>, all upfront</source>
        <translation>, ganz im Voraus</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 %2/%3</source>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not in the plan</source>
        <translation>Nicht im Plan</translation>
    </message>
    <message>
        <source>Option %1 of the plan</source>
        <translation>Option %1 des Plans</translation>
    </message>
    <message>
        <source>%1, older than %2 days</source>
        <translation>%1, älter als %2 Tage</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Open sheet</source>
        <translation>Liste öffnen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep this price while the selection moves</source>
        <translation>Diesen Preis behalten, während die Auswahl wandert</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Feld schließen</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>Preisverlauf</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Price history as a table</source>
        <translation>Preisverlauf als Tabelle</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
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
        <source>Origin of the price</source>
        <translation>Herkunft des Preises</translation>
    </message>
    <message>
        <source>Other ways to buy</source>
        <translation>Andere Kaufarten</translation>
    </message>
    <message>
        <source>USD/h</source>
        <translation>USD/h</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kaufart</translation>
    </message>
    <message>
        <source>No price is selected.</source>
        <translation>Kein Preis ist ausgewählt.</translation>
    </message>
    <message>
        <source>Select a row to see where its price comes from.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, woher ihr Preis kommt.</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>%1 %2 a month of 730 h</source>
        <translation>%1 %2 im Monat zu 730 h</translation>
    </message>
    <message>
        <source>%1 %2 of it upfront, once in %3</source>
        <translation>davon %1 %2 im Voraus, einmal in %3</translation>
    </message>
    <message>
        <source>at most %1 %2 a month</source>
        <translation>höchstens %1 %2 im Monat</translation>
    </message>
    <message>
        <source>%1 USD/h at the catalogue&apos;s rate</source>
        <translation>%1 USD/h zum Kurs des Katalogs</translation>
    </message>
    <message>
        <source>The price has no day, so there is no history.</source>
        <translation>Der Preis hat keinen Tag, also gibt es keinen Verlauf.</translation>
    </message>
    <message>
        <source>One sheet only; dotted: no newer one since %1</source>
        <translation>Nur eine Liste; gepunktet: keine neuere seit %1</translation>
    </message>
    <message>
        <source>Dotted: no newer price since %1</source>
        <translation>Gepunktet: kein neuerer Preis seit %1</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>shipped with the program</source>
        <translation>mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Unit in the file</source>
        <translation>Einheit in der Datei</translation>
    </message>
    <message>
        <source>⚠ %1 days old; prices are marked stale after %2.</source>
        <translation>⚠ %1 Tage alt; Preise gelten nach %2 als veraltet.</translation>
    </message>
    <message>
        <source>%1 days old; marked stale after %2.</source>
        <translation>%1 Tage alt; gilt nach %2 als veraltet.</translation>
    </message>
    <message>
        <source>Preferred: %1.</source>
        <translation>Vorgezogen: %1.</translation>
    </message>
    <message>
        <source>Not in force: %1.</source>
        <translation>Gilt nicht: %1.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>none is priced in the catalogue</source>
        <translation>im Katalog ist keine bepreist</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open issues</source>
        <translation>
            <numerusform>%1, %n offener Punkt</numerusform>
            <numerusform>%1, %n offene Punkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplicaView</name>
    <message>
        <source>Saturation of one replica</source>
        <translation>Sättigung eines Replikats</translation>
    </message>
    <message>
        <source>Latency shown</source>
        <translation>Gezeigte Latenz</translation>
    </message>
    <message>
        <source>End to end</source>
        <translation>Von Anfang bis Ende</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Time per token</source>
        <translation>Zeit je Token</translation>
    </message>
    <message>
        <source>Request &amp;trace…</source>
        <translation>Anfrage-&amp;Trace…</translation>
    </message>
    <message>
        <source>Let a file of requests drive the replay instead of drawn arrivals</source>
        <translation>Eine Datei mit Anfragen statt gezogener Ankünfte nachspielen</translation>
    </message>
    <message>
        <source>Chart, table or calibration</source>
        <translation>Diagramm, Tabelle oder Kalibrierung</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>Fortschritt des Nachspielens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Wird nachgespielt</translation>
    </message>
    <message>
        <source>Request trace</source>
        <translation>Anfrage-Trace</translation>
    </message>
    <message>
        <source>Request traces (*.csv *.jsonl *.json *.txt);;All files (*)</source>
        <translation>Anfrage-Traces (*.csv *.jsonl *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Latency of one replica against its load</source>
        <translation>Latenz eines Replikats gegen seine Last</translation>
    </message>
    <message>
        <source>Without &amp;trace</source>
        <translation>Ohne &amp;Trace</translation>
    </message>
    <message>
        <source>Load test</source>
        <translation>Lasttest</translation>
    </message>
    <message>
        <source>Only language models are replayed request by request. What one replica of this workload sustains stands in the table above.</source>
        <translation>Nur Sprachmodelle werden Anfrage für Anfrage nachgespielt. Was ein Replikat dieser Arbeitslast dauerhaft leistet, steht in der Tabelle oben.</translation>
    </message>
    <message>
        <source>No point of the load test has a latency. Add the 95th percentile to a point at the left.</source>
        <translation>Kein Punkt des Lasttests hat eine Latenz. Ergänzen Sie links bei einem Punkt das 95. Perzentil.</translation>
    </message>
    <message>
        <source>Replaying the requests…</source>
        <translation>Die Anfragen werden nachgespielt…</translation>
    </message>
    <message>
        <source>Select an accelerator on which the model fits.</source>
        <translation>Wählen Sie einen Beschleuniger, auf den das Modell passt.</translation>
    </message>
    <message>
        <source>replayed; band: expected error ± %1</source>
        <translation>nachgespielt; Band: erwarteter Fehler ± %1</translation>
    </message>
    <message>
        <source>Above %1 requests/s the queue of %2 grows without end; capacity is read at the circle, not where the curve ends.</source>
        <translation>Über %1 Anfragen/s wächst die Warteschlange von %2 ohne Ende; die Kapazität liest man am Kreis ab, nicht am Ende der Kurve.</translation>
    </message>
    <message>
        <source>The replay meets the objectives up to %1, the closed form of the table says %2.</source>
        <translation>Nachgespielt hält es die Ziele bis %1 ein; die geschlossene Formel der Tabelle sagt %2.</translation>
    </message>
    <message>
        <source>%1 requests of %2, sped up or slowed down as a whole.</source>
        <translation>%1 Anfragen von %2, im Ganzen beschleunigt oder verlangsamt.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out, the first: %1.</source>
        <translation>
            <numerusform>%n Zeile wurde ausgelassen: %1.</numerusform>
            <numerusform>%n Zeilen wurden ausgelassen, die erste: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 drawn requests at each point.</source>
        <translation>%1 gezogene Anfragen an jedem Punkt.</translation>
    </message>
    <message>
        <source>⚠ The replay knows nothing of drafted tokens: only the closed form counts them.</source>
        <translation>⚠ Das Nachspiel weiß nichts von entworfenen Token: nur die geschlossene Form rechnet sie.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Throughput and limits</source>
        <translation>Durchsatz und Grenzen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Questions to the vendors</source>
        <translation>Fragen an die Anbieter</translation>
    </message>
    <message>
        <source>Worked figures</source>
        <translation>Vorgerechnete Kennzahlen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation>Noch nichts zu berichten</translation>
    </message>
    <message>
        <source>A report needs a plan with a workload.</source>
        <translation>Ein Bericht braucht einen Plan mit einer Arbeitslast.</translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation>Arbeitslast beschreiben</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Sprache des Berichts</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message numerus="yes">
        <source>The decision record has %n pages.</source>
        <translation>
            <numerusform>Die Entscheidungsvorlage hat %n Seite.</numerusform>
            <numerusform>Die Entscheidungsvorlage hat %n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Same plan, same catalogue, same seed: same text.</source>
        <translation>Gleicher Plan, gleicher Katalog, gleicher Seed: gleicher Text.</translation>
    </message>
    <message>
        <source>Workload and assumptions</source>
        <translation>Arbeitslast und Annahmen</translation>
    </message>
    <message>
        <source>Must-haves</source>
        <translation>Pflichtanforderungen</translation>
    </message>
    <message>
        <source>Options and price sources</source>
        <translation>Optionen und Preisquellen</translation>
    </message>
    <message>
        <source>Cost over the years</source>
        <translation>Kosten über die Jahre</translation>
    </message>
    <message>
        <source>Ledger of each option</source>
        <translation>Kostenaufstellung jeder Option</translation>
    </message>
    <message>
        <source>How stable the rank is</source>
        <translation>Wie fest der Rang steht</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Options as CSV (*.csv)</source>
        <translation>Optionen als CSV (*.csv)</translation>
    </message>
    <message>
        <source>Options as JSON (*.json)</source>
        <translation>Optionen als JSON (*.json)</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Speichern unter...</translation>
    </message>
    <message>
        <source>Web page, Markdown, workbook, CSV or JSON</source>
        <translation>Webseite, Markdown, Arbeitsmappe, CSV oder JSON</translation>
    </message>
    <message>
        <source>Extent of the report</source>
        <translation>Umfang des Berichts</translation>
    </message>
    <message>
        <source>The whole record</source>
        <translation>Die ganze Vorlage</translation>
    </message>
    <message>
        <source>For the decision only</source>
        <translation>Nur für die Entscheidung</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>Eigene Auswahl</translation>
    </message>
    <message>
        <source>Status of the decision</source>
        <translation>Status der Entscheidung</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>Who the report is for</source>
        <translation>Für wen der Bericht ist</translation>
    </message>
    <message>
        <source>budget committee, security</source>
        <translation>Haushaltsausschuss, Sicherheit</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Work on the report</source>
        <translation>Arbeit am Bericht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Building the report</source>
        <translation>Der Bericht wird erstellt</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n pages.</source>
        <translation>
            <numerusform>%n Seite.</numerusform>
            <numerusform>%n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report was not saved: %1.</source>
        <translation>Der Bericht wurde nicht gespeichert: %1.</translation>
    </message>
    <message>
        <source>Stopped. The pages below are those of the report before.</source>
        <translation>Angehalten. Die Seiten unten sind die des vorigen Berichts.</translation>
    </message>
    <message>
        <source>Change a choice to build it again.</source>
        <translation>Ändern Sie eine Wahl, um ihn neu zu erstellen.</translation>
    </message>
</context>
<context>
    <name>RequirementEditor</name>
    <message>
        <source>%1, in support to %2</source>
        <translation>%1, unterstützt bis %2</translation>
    </message>
    <message>
        <source>requirement %1 to %2</source>
        <translation>Anforderung %1 auf %2</translation>
    </message>
    <message>
        <source>Wanted, any of</source>
        <translation>Gewünscht, eines von</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Requirement %1</source>
        <translation>Anforderung %1</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>yes: options that fail it are excluded</source>
        <translation>ja: Optionen, die sie verfehlen, sind ausgeschlossen</translation>
    </message>
    <message>
        <source>no: kept for later, nothing is excluded by it</source>
        <translation>nein: für später aufgehoben, nichts wird dadurch ausgeschlossen</translation>
    </message>
    <message>
        <source>requirement %1 off</source>
        <translation>Anforderung %1 aus</translation>
    </message>
    <message>
        <source>requirement %1 on</source>
        <translation>Anforderung %1 ein</translation>
    </message>
    <message>
        <source>“Partly”</source>
        <translation>„Teilweise“</translation>
    </message>
    <message>
        <source>does not suffice</source>
        <translation>genügt nicht</translation>
    </message>
    <message>
        <source>suffices</source>
        <translation>genügt</translation>
    </message>
    <message>
        <source>requirement %1: partly suffices</source>
        <translation>Anforderung %1: teilweise genügt</translation>
    </message>
    <message>
        <source>requirement %1: partly does not suffice</source>
        <translation>Anforderung %1: teilweise genügt nicht</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>the law, the contract or the person that asks for it</source>
        <translation>das Gesetz, der Vertrag oder die Person, die sie verlangt</translation>
    </message>
    <message>
        <source>reason of requirement %1</source>
        <translation>Grund der Anforderung %1</translation>
    </message>
    <message>
        <source>own answer about %1, %2: %3</source>
        <translation>eigene Antwort zu %1, %2: %3</translation>
    </message>
    <message>
        <source>no own answer about %1, %2</source>
        <translation>keine eigene Antwort zu %1, %2</translation>
    </message>
    <message>
        <source>Of the day</source>
        <translation>Vom Tag</translation>
    </message>
    <message>
        <source>✕ “%1” is no day. Write it as 2026-11-28; the old day stays.</source>
        <translation>✕ „%1“ ist kein Tag. Schreiben Sie ihn wie 2026-11-28; der alte Tag bleibt.</translation>
    </message>
    <message>
        <source>What you know of %1</source>
        <translation>Was Sie von %1 wissen</translation>
    </message>
    <message>
        <source>Decides before what is published, and stays marked as your own.</source>
        <translation>Entscheidet vor dem, was veröffentlicht ist, und bleibt als Ihre eigene gekennzeichnet.</translation>
    </message>
    <message>
        <source>nothing: what is published holds</source>
        <translation>nichts: es gilt, was veröffentlicht ist</translation>
    </message>
    <message>
        <source>Own answer</source>
        <translation>Eigene Antwort</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>in your own words</source>
        <translation>in Ihren Worten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>a mail, a contract, an address</source>
        <translation>eine Mail, ein Vertrag, eine Adresse</translation>
    </message>
</context>
<context>
    <name>RequirementsPage</name>
    <message>
        <source>Add requirement</source>
        <translation>Anforderung hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>a must-have</source>
        <translation>ein Muss</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>any of them</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <source>Excluded by it</source>
        <translation>Dadurch ausgeschlossen</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Open because of it</source>
        <translation>Deswegen offen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Anforderungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>remove requirement %1</source>
        <translation>Anforderung %1 entfernen</translation>
    </message>
    <message>
        <source>answered by the region of the price or the site</source>
        <translation>beantwortet durch die Region des Preises oder den Standort</translation>
    </message>
    <message>
        <source>answered by who sells the option</source>
        <translation>beantwortet durch den Verkäufer der Option</translation>
    </message>
    <message>
        <source>answered by sourced facts about the provider</source>
        <translation>beantwortet durch belegte Fakten über den Anbieter</translation>
    </message>
    <message>
        <source>answered by the services and facts of the provider</source>
        <translation>beantwortet durch Dienste und Fakten des Anbieters</translation>
    </message>
    <message>
        <source>answered by the support dates of the product</source>
        <translation>beantwortet durch die Supportdaten des Produkts</translation>
    </message>
    <message>
        <source>answered by the option itself</source>
        <translation>beantwortet durch die Option selbst</translation>
    </message>
    <message>
        <source>partly suffices; %1</source>
        <translation>teilweise genügt; %1</translation>
    </message>
    <message>
        <source>Kind of option</source>
        <translation>Art der Option</translation>
    </message>
    <message>
        <source>Way of buying</source>
        <translation>Kaufart</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Operating system in support</source>
        <translation>Betriebssystem mit Support</translation>
    </message>
    <message>
        <source>%1 %2, to %3</source>
        <translation>%1 %2, auf %3</translation>
    </message>
    <message>
        <source>Editor of the requirement that is selected</source>
        <translation>Bearbeitung der gewählten Anforderung</translation>
    </message>
    <message>
        <source>off: not asked for at present</source>
        <translation>aus: zurzeit nicht verlangt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>add requirement %1</source>
        <translation>Anforderung %1 hinzufügen</translation>
    </message>
    <message>
        <source>Nothing is required</source>
        <translation>Nichts ist verlangt</translation>
    </message>
    <message>
        <source>Every option that runs is ranked. Add what must hold: a region, a certificate, a service.</source>
        <translation>Jede Option, die läuft, hat einen Rang. Fügen Sie hinzu, was gelten muss: eine Region, ein Zertifikat, ein Dienst.</translation>
    </message>
    <message>
        <source>Add a requirement</source>
        <translation>Anforderung hinzufügen</translation>
    </message>
</context>
<context>
    <name>SaturationChart</name>
    <message>
        <source>Latency of one replica against its load</source>
        <translation>Latenz eines Replikats gegen seine Last</translation>
    </message>
    <message>
        <source>%1 sustains %2 requests per second</source>
        <translation>%1 leistet dauerhaft %2 Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>%1 misses the objective at any load</source>
        <translation>%1 verfehlt das Ziel bei jeder Last</translation>
    </message>
    <message>
        <source>end-to-end latency P95, s</source>
        <translation>Latenz von Anfang bis Ende P95, s</translation>
    </message>
    <message>
        <source>time to first token P95, ms</source>
        <translation>Zeit bis zum ersten Token P95, ms</translation>
    </message>
    <message>
        <source>time per token P95, ms</source>
        <translation>Zeit je Token P95, ms</translation>
    </message>
    <message>
        <source>offered load of one replica, requests/s</source>
        <translation>angebotene Last eines Replikats, Anfragen/s</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 Anfragen/s</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>überlastet</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>% of stable</source>
        <translation>% des Stabilen</translation>
    </message>
    <message>
        <source>End to end</source>
        <translation>Von Anfang bis Ende</translation>
    </message>
    <message>
        <source>s, P95</source>
        <translation>s, P95</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>ms, P95</source>
        <translation>ms, P95</translation>
    </message>
    <message>
        <source>Per token</source>
        <translation>Je Token</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>Token/s</translation>
    </message>
</context>
<context>
    <name>ScalingPage</name>
    <message>
        <source>No limits yet</source>
        <translation>Noch keine Grenzen</translation>
    </message>
    <message>
        <source>A plan needs a workload before limits can be dated.</source>
        <translation>Ein Plan braucht eine Arbeitslast, ehe Grenzen ein Datum bekommen.</translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation>Arbeitslast beschreiben</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Use of the limit</source>
        <translation>Auslastung der Grenze</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>base case</source>
        <translation>Grundfall</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Machines by month</source>
        <translation>Maschinen nach Monat</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>%1 now, %2 at the horizon</source>
        <translation>%1 jetzt, %2 am Ende des Zeitraums</translation>
    </message>
    <message>
        <source>base case, at the peak of each month</source>
        <translation>Grundfall, zur Spitze jedes Monats</translation>
    </message>
    <message>
        <source>&amp;Option</source>
        <translation>&amp;Option</translation>
    </message>
    <message>
        <source>■ hard  △ can be raised</source>
        <translation>■ fest  △ anhebbar</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Früh</translation>
    </message>
    <message>
        <source>1 of 10 paths</source>
        <translation>1 von 10 Pfaden</translation>
    </message>
    <message>
        <source>and its price</source>
        <translation>und sein Preis</translation>
    </message>
    <message>
        <source>Throughput against machines</source>
        <translation>Durchsatz gegen Maschinen</translation>
    </message>
    <message>
        <source>Use over the week</source>
        <translation>Auslastung über die Woche</translation>
    </message>
    <message>
        <source>%1 now, %2 at the horizon, %3 with fast growth (P90)</source>
        <translation>%1 jetzt, %2 am Ende des Zeitraums, %3 bei schnellem Wachstum (P90)</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>, price unknown</source>
        <translation>, Preis unbekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>can be raised</source>
        <translation>anhebbar</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>No limit is known: the throughput of this option is unknown.</source>
        <translation>Keine Grenze ist bekannt: der Durchsatz dieser Option ist unbekannt.</translation>
    </message>
    <message>
        <source>P95 ≤ %1; </source>
        <translation>P95 ≤ %1; </translation>
    </message>
    <message>
        <source>%1dashed: demand now, %2</source>
        <translation>%1gestrichelt: Nachfrage jetzt, %2</translation>
    </message>
    <message>
        <source>% of the busiest hour</source>
        <translation>% der stärksten Stunde</translation>
    </message>
    <message>
        <source>What the pool sustains is unknown, so its use is too.</source>
        <translation>Was der Pool dauerhaft leistet, ist unbekannt, also auch seine Auslastung.</translation>
    </message>
    <message>
        <source>% of sustained throughput, %1</source>
        <translation>% des dauerhaften Durchsatzes, %1</translation>
    </message>
    <message>
        <source>%1 of %2 hours run at %3 or more; the peak is %4 %5:00.</source>
        <translation>%1 von %2 Stunden laufen mit %3 oder mehr; die Spitze ist %4 %5:00.</translation>
    </message>
    <message>
        <source>%1 machines in the first month; </source>
        <translation>%1 Maschinen im ersten Monat; </translation>
    </message>
    <message>
        <source>%1on average the pool works at %2 of what it sustains.</source>
        <translation>%1im Mittel arbeitet der Pool mit %2 dessen, was er dauerhaft leistet.</translation>
    </message>
</context>
<context>
    <name>ScatterChart</name>
    <message>
        <source>Score of the options against their cost</source>
        <translation>Bewertung der Optionen gegen ihre Kosten</translation>
    </message>
    <message>
        <source>score, 0–100</source>
        <translation>Bewertung, 0–100</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3–%4), score %5</source>
        <translation>%1: %2 (%3–%4), Bewertung %5</translation>
    </message>
    <message>
        <source>No option is ranked.</source>
        <translation>Keine Option hat einen Rang.</translation>
    </message>
    <message>
        <source>Not beaten on both cost and score, cheapest first: %1.</source>
        <translation>In Kosten und Bewertung nicht übertroffen, günstigste zuerst: %1.</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>P10</source>
        <translation>P10</translation>
    </message>
    <message>
        <source>P90</source>
        <translation>P90</translation>
    </message>
    <message>
        <source>Score, least</source>
        <translation>Bewertung, mindestens</translation>
    </message>
    <message>
        <source>0–100</source>
        <translation>0–100</translation>
    </message>
    <message>
        <source>Score, most</source>
        <translation>Bewertung, höchstens</translation>
    </message>
    <message>
        <source>Not beaten</source>
        <translation>Nicht übertroffen</translation>
    </message>
    <message>
        <source>on both</source>
        <translation>in beidem</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>%1 costs %2 and stands beyond the end of the axis.</source>
        <translation>%1 kostet %2 und steht jenseits des Endes der Achse.</translation>
    </message>
</context>
<context>
    <name>ScoresPage</name>
    <message>
        <source>Nothing to score yet</source>
        <translation>Noch nichts zu bewerten</translation>
    </message>
    <message>
        <source>A plan needs a workload before its options have scores.</source>
        <translation>Ein Plan braucht eine Arbeitslast, ehe seine Optionen Bewertungen haben.</translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation>Arbeitslast beschreiben</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>weight of %1 %2 → %3</source>
        <translation>Gewicht von %1 %2 → %3</translation>
    </message>
    <message>
        <source>weights to their defaults</source>
        <translation>Gewichte auf die Vorgaben</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>above %1, to %2</source>
        <translation>über %1, auf %2</translation>
    </message>
    <message>
        <source>below %1, to %2</source>
        <translation>unter %1, auf %2</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>scores alone</source>
        <translation>allein die Bewertungen</translation>
    </message>
    <message>
        <source>Weighted score</source>
        <translation>Gewichtete Bewertung</translation>
    </message>
    <message>
        <source>0 to 100, unknown hatched</source>
        <translation>0–100, offen: schraffiert</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>0–100</source>
        <translation>0–100</translation>
    </message>
    <message>
        <source>Ranking by scores alone</source>
        <translation>Rangfolge allein nach Bewertung</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Evidence by question and option</source>
        <translation>Belege nach Frage und Option</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>sources conflict</source>
        <translation>Quellen widersprechen sich</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Nobody answered this yet: ask the vendor.</source>
        <translation>Das hat noch niemand beantwortet: fragen Sie den Anbieter.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>marks: where first place changes</source>
        <translation>Marken: wo der erste Platz wechselt</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Cost and every criterion count the same</source>
        <translation>Kosten und jedes Kriterium zählen gleich viel</translation>
    </message>
    <message>
        <source>Half for cost, the rest in equal parts for the criteria</source>
        <translation>Die Hälfte für die Kosten, der Rest zu gleichen Teilen für die Kriterien</translation>
    </message>
    <message>
        <source>weights all equal</source>
        <translation>alle Gewichte gleich</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Sourced only</source>
        <translation>Nur belegte</translation>
    </message>
    <message>
        <source>Facts that count</source>
        <translation>Fakten, die zählen</translation>
    </message>
    <message>
        <source>Sourced only leaves general knowledge out: what no document says is unknown.</source>
        <translation>Nur belegte lässt Allgemeinwissen aus: was kein Dokument sagt, ist unbekannt.</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>Copies every question without an answer as text, to send to the vendors</source>
        <translation>Kopiert jede Frage ohne Antwort als Text, zum Versand an die Anbieter</translation>
    </message>
    <message>
        <source>count sourced facts only</source>
        <translation>nur belegte Fakten zählen</translation>
    </message>
    <message>
        <source>count all facts</source>
        <translation>alle Fakten zählen</translation>
    </message>
    <message>
        <source>Copied as text.</source>
        <translation>Als Text kopiert.</translation>
    </message>
    <message>
        <source>No weight of it changes the first place.</source>
        <translation>Kein Gewicht davon ändert den ersten Platz.</translation>
    </message>
    <message>
        <source>First place changes %1.</source>
        <translation>Der erste Platz wechselt %1.</translation>
    </message>
    <message>
        <source>scores alone, without cost; one segment for each criterion</source>
        <translation>allein die Bewertungen, ohne Kosten; ein Abschnitt je Kriterium</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of 100. %2.</source>
        <translation>%1 von 100. %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 · %3 · %n questions</source>
        <translation>
            <numerusform>%1 %2 · %3 · %n Frage</numerusform>
            <numerusform>%1 %2 · %3 · %n Fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or a click shows the questions</source>
        <translation>Eingabetaste oder Klick zeigt die Fragen</translation>
    </message>
    <message>
        <source>Enter or a click hides the questions</source>
        <translation>Eingabetaste oder Klick verbirgt die Fragen</translation>
    </message>
    <message>
        <source>Open questions (%1)</source>
        <translation>Offene Fragen (%1)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Order, best first</source>
        <translation>Reihenfolge, beste zuerst</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Do other methods agree?</source>
        <translation>Sind andere Verfahren einig?</translation>
    </message>
    <message>
        <source>1: same order as in use, −1: reversed</source>
        <translation>1: Reihenfolge wie die benutzte, −1: umgekehrt</translation>
    </message>
    <message>
        <source>Nothing to order</source>
        <translation>Nichts zu ordnen</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>Gewichtete Summe</translation>
    </message>
    <message>
        <source>TOPSIS</source>
        <translation>TOPSIS</translation>
    </message>
    <message>
        <source>PROMETHEE II</source>
        <translation>PROMETHEE II</translation>
    </message>
    <message>
        <source>Sampled weights, SMAA</source>
        <translation>Gezogene Gewichte, SMAA</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>counts %1 of 100, weight %2</source>
        <translation>zählt %1 von 100, Gewicht %2</translation>
    </message>
    <message>
        <source>If yes: %1 points of the score.</source>
        <translation>Wenn ja: %1 Punkte der Bewertung.</translation>
    </message>
    <message>
        <source>Open questions of the plan %1</source>
        <translation>Offene Fragen des Plans %1</translation>
    </message>
    <message>
        <source>- %1 (%2)</source>
        <translation>- %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>To %1, %n questions:</source>
        <translation>
            <numerusform>An %1, %n Frage:</numerusform>
            <numerusform>An %1, %n Fragen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To your own operations, %n questions:</source>
        <translation>
            <numerusform>An den eigenen Betrieb, %n Frage:</numerusform>
            <numerusform>An den eigenen Betrieb, %n Fragen:</numerusform>
        </translation>
    </message>
    <message>
        <source>own answer of this plan</source>
        <translation>eigene Antwort dieses Plans</translation>
    </message>
    <message numerus="yes">
        <source>%n sourced facts</source>
        <translation>
            <numerusform>%n belegte Tatsache</numerusform>
            <numerusform>%n belegte Tatsachen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 of %3 providers</source>
        <translation>%1 zu %2 von %3 Anbietern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>✓ yes ◑ partly ✕ no – not applicable ? unknown ≠ conflict</source>
        <translation>✓ ja ◑ teils ✕ nein – trifft nicht zu ? unbekannt ≠ Widerspruch</translation>
    </message>
</context>
<context>
    <name>SensitivityRows</name>
    <message>
        <source>%1, assumed: %2 %3</source>
        <translation>%1, angenommen: %2 %3</translation>
    </message>
    <message>
        <source>% a year</source>
        <translation>% im Jahr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>P10 to P90</source>
        <translation>P10 bis P90</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>Kosten, %1</translation>
    </message>
    <message>
        <source>%1 dearer if</source>
        <translation>%1 teurer, wenn</translation>
    </message>
    <message>
        <source>%1 cheaper if</source>
        <translation>%1 billiger, wenn</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>in its range</source>
        <translation>in der Spanne</translation>
    </message>
    <message>
        <source>not in its range</source>
        <translation>nicht in der Spanne</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1 and %2 move it most.</source>
        <translation>%1 und %2 bewegen sie am meisten.</translation>
    </message>
    <message>
        <source>Only %1 moves it.</source>
        <translation>Nur %1 bewegt sie.</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>With %1 %2 %3, %4 would cost more than %5.</source>
        <translation>Mit %1 %2 %3 würde %4 mehr kosten als %5.</translation>
    </message>
    <message>
        <source>With %1 %2 %3, %4 would cost less than %5.</source>
        <translation>Mit %1 %2 %3 würde %4 weniger kosten als %5.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1 moves the total by %2 and %3 (%4; P10 and P90 of its range, all else at its median).</source>
        <translation>%1 bewegt die Summe um %2 und %3 (%4; P10 und P90 der Spanne, alles andere am Median).</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>Sampled &amp;paths of new plans</source>
        <translation>Gezogene &amp;Pfade neuer Pläne</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Sampled paths of new plans</source>
        <translation>Gezogene Pfade neuer Pläne</translation>
    </message>
    <message>
        <source>More paths make the ranges steadier and take longer. 0: the base case alone.</source>
        <translation>Mehr Pfade machen die Spannen ruhiger und dauern länger. 0: nur der Grundfall.</translation>
    </message>
    <message>
        <source>&amp;Nothing moves by itself</source>
        <translation>&amp;Nichts bewegt sich von selbst</translation>
    </message>
</context>
<context>
    <name>SheetsDialog</name>
    <message>
        <source>Price sheets</source>
        <translation>Preislisten</translation>
    </message>
    <message>
        <source>Imported sheets</source>
        <translation>Importierte Listen</translation>
    </message>
    <message>
        <source>Remove sheet</source>
        <translation>Liste entfernen</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Imported price sheets</source>
        <translation>Importierte Preislisten</translation>
    </message>
    <message>
        <source>Compare two sheets</source>
        <translation>Zwei Listen vergleichen</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>None was imported yet; all prices are those shipped with the program.</source>
        <translation>Noch wurde keine importiert; alle Preise sind die mit dem Programm gelieferten.</translation>
    </message>
    <message>
        <source>shipped with the program</source>
        <translation>mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>%1 is removed. Import %2 again to have it back.</source>
        <translation>%1 ist entfernt. Importieren Sie %2 erneut, um sie wiederzuhaben.</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>gegen %1</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Two plans side by side - Wherewithal</source>
        <translation>Zwei Pläne nebeneinander - Wherewithal</translation>
    </message>
    <message>
        <source>Options of both plans</source>
        <translation>Optionen beider Pläne</translation>
    </message>
    <message>
        <source>Inputs that differ</source>
        <translation>Eingaben, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Two plans side by side</source>
        <translation>Zwei Pläne nebeneinander</translation>
    </message>
    <message>
        <source>Progress of the other plan</source>
        <translation>Fortschritt des anderen Plans</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>The other plan</source>
        <translation>Der andere Plan</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>this plan before its edits</source>
        <translation>dieser Plan vor seinen Änderungen</translation>
    </message>
    <message>
        <source>another file...</source>
        <translation>andere Datei...</translation>
    </message>
    <message>
        <source>before the edits</source>
        <translation>vor den Änderungen</translation>
    </message>
    <message>
        <source>Computing %1</source>
        <translation>%1 wird berechnet</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>two currencies</source>
        <translation>zwei Währungen</translation>
    </message>
    <message>
        <source>P95 latency</source>
        <translation>P95-Latenz</translation>
    </message>
    <message>
        <source>s, left</source>
        <translation>s, links</translation>
    </message>
    <message>
        <source>s, right</source>
        <translation>s, rechts</translation>
    </message>
    <message>
        <source>First limit</source>
        <translation>Erste Grenze</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Cost, left</source>
        <translation>Kosten, links</translation>
    </message>
    <message>
        <source>Cost, right</source>
        <translation>Kosten, rechts</translation>
    </message>
    <message>
        <source>No option differs in cost or latency. Left: %1. Right: %2.</source>
        <translation>Keine Option unterscheidet sich in Kosten oder Antwortzeit. Links: %1. Rechts: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n options differ in cost or latency. Left: %1. Right: %2.</source>
        <translation>
            <numerusform>%n Option unterscheidet sich in Kosten oder Antwortzeit. Links: %1. Rechts: %2.</numerusform>
            <numerusform>%n Optionen unterscheiden sich in Kosten oder Antwortzeit. Links: %1. Rechts: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartExample</name>
    <message>
        <source>Open the example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Example, already computed</source>
        <translation>Beispiel, schon berechnet</translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation>Kumulierte Kosten</translation>
    </message>
    <message>
        <source>Cumulative cost of the example</source>
        <translation>Kumulierte Kosten des Beispiels</translation>
    </message>
    <message>
        <source>The example is a copy. Change anything in it; undo brings it back.</source>
        <translation>Das Beispiel ist eine Kopie. Ändern Sie darin, was Sie wollen; Rückgängig holt es zurück.</translation>
    </message>
    <message>
        <source>Options of the example</source>
        <translation>Optionen des Beispiels</translation>
    </message>
    <message>
        <source>The example is being computed.</source>
        <translation>Das Beispiel wird berechnet.</translation>
    </message>
    <message>
        <source>%1, base case; P10–P90 bands</source>
        <translation>%1, Grundfall; P10–P90-Bänder</translation>
    </message>
    <message>
        <source>%1, base case</source>
        <translation>%1, Grundfall</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>s, P95</source>
        <translation>s, P95</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>Kosten, %1</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>0–100</source>
        <translation>0–100</translation>
    </message>
    <message>
        <source>no option is feasible</source>
        <translation>keine Option ist durchführbar</translation>
    </message>
    <message>
        <source>cost of %1, the cheapest, %2</source>
        <translation>Kosten von %1, der günstigsten, %2</translation>
    </message>
    <message>
        <source>%1 meets its limit: %2</source>
        <translation>%1 erreicht die Grenze: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no limit is met within the horizon</source>
        <translation>innerhalb des Zeitraums wird keine Grenze erreicht</translation>
    </message>
    <message>
        <source>of weightings</source>
        <translation>der Gewichtungen</translation>
    </message>
    <message>
        <source>rank %1 first</source>
        <translation>setzen %1 an die erste Stelle</translation>
    </message>
    <message>
        <source>The example cannot be computed: %1</source>
        <translation>Das Beispiel kann nicht berechnet werden: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Where should it run, and with what?</source>
        <translation>Wo soll es laufen, und womit?</translation>
    </message>
    <message>
        <source>Describe one workload. Every option answers with throughput, first limit, cost over the years and scores.</source>
        <translation>Beschreiben Sie eine Arbeitslast. Jede Option antwortet mit Durchsatz, erster Grenze, Kosten über die Jahre und Bewertungen.</translation>
    </message>
    <message>
        <source>Start a plan from a template</source>
        <translation>Einen Plan aus einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Recent plans</source>
        <translation>Zuletzt geöffnete Pläne</translation>
    </message>
    <message>
        <source>Alt+%1</source>
        <translation>Alt+%1</translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation>Legen Sie hier eine Datei ab</translation>
    </message>
    <message>
        <source>plan, model configuration, price sheet, request trace, load test or log sample</source>
        <translation>Plan, Modellkonfiguration, Preisliste, Anfrage-Trace, Lasttest oder Protokollauszug</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open a file of any of these kinds (Ctrl+O)</source>
        <translation>Eine Datei einer dieser Arten öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Import price sheet</source>
        <translation>Preisliste importieren</translation>
    </message>
    <message>
        <source>Read a provider&apos;s file of prices into the catalogue (Ctrl+I)</source>
        <translation>Die Preisdatei eines Anbieters in den Katalog lesen (Strg+I)</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>finds any field, option or command.</source>
        <translation>findet jedes Feld, jede Option und jeden Befehl.</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>explains the selected number down to its source.</source>
        <translation>erklärt die gewählte Zahl bis zu ihrer Quelle.</translation>
    </message>
    <message>
        <source>Any field takes a range: &lt;b&gt;5 to 10&lt;/b&gt;, &lt;b&gt;100 +- 10 %&lt;/b&gt;.</source>
        <translation>Jedes Feld nimmt eine Spanne: &lt;b&gt;5 to 10&lt;/b&gt;, &lt;b&gt;100 +- 10 %&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>No plan was opened yet. The examples are under File.</source>
        <translation>Noch wurde kein Plan geöffnet. Die Beispiele stehen unter Datei.</translation>
    </message>
    <message>
        <source>draft, not saved under a name</source>
        <translation>Entwurf, unter keinem Namen gespeichert</translation>
    </message>
    <message>
        <source>draft of %1</source>
        <translation>Entwurf von %1</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 ist nicht da</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
</context>
<context>
    <name>StartRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Computing</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>Nothing to compute yet</source>
        <translation>Noch nichts zu berechnen</translation>
    </message>
    <message>
        <source>~ Recomputing</source>
        <translation>~ Wird neu berechnet</translation>
    </message>
    <message>
        <source>Up to date, recomputed in %1 ms</source>
        <translation>Aktuell, in %1 ms neu berechnet</translation>
    </message>
    <message>
        <source>, sampling paths</source>
        <translation>, Pfade werden gezogen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Computing the example</source>
        <translation>Das Beispiel wird berechnet</translation>
    </message>
    <message>
        <source>Catalogue of %1 prices, to %2</source>
        <translation>Katalog mit %1 Preisen, bis %2</translation>
    </message>
    <message>
        <source>Catalogue with prices to %1</source>
        <translation>Katalog mit Preisen bis %1</translation>
    </message>
    <message>
        <source>Works offline, nothing is sent</source>
        <translation>Arbeitet offline, nichts wird gesendet</translation>
    </message>
    <message>
        <source>Prices to %1</source>
        <translation>Preise bis %1</translation>
    </message>
    <message numerus="yes">
        <source>, %n older than %1 days</source>
        <translation>
            <numerusform>, %n älter als %1 Tage</numerusform>
            <numerusform>, %n älter als %1 Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n options</source>
        <translation>
            <numerusform>%n Option</numerusform>
            <numerusform>%n Optionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, net of VAT</source>
        <translation>%1, ohne Mehrwertsteuer</translation>
    </message>
    <message>
        <source>Seed %1, %2 paths</source>
        <translation>Seed %1, %2 Pfade</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>Catalogue %1</source>
        <translation>Katalog %1</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>noch zu tun</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation>Schritt %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps of the import</source>
        <translation>Schritte des Imports</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 load-test points, %2</source>
        <translation>%1 Lasttestpunkte, %2</translation>
    </message>
    <message>
        <source>LLM serving</source>
        <translation>LLM-Betrieb</translation>
    </message>
    <message>
        <source>A model, its requests and its latency objectives</source>
        <translation>Ein Modell, seine Anfragen und seine Latenzziele</translation>
    </message>
    <message>
        <source>Classic inference</source>
        <translation>Klassische Inferenz</translation>
    </message>
    <message>
        <source>Scores or classes from one model call</source>
        <translation>Werte oder Klassen aus einem Modellaufruf</translation>
    </message>
    <message>
        <source>Batch scoring</source>
        <translation>Stapelbewertung</translation>
    </message>
    <message>
        <source>A volume of items before a deadline</source>
        <translation>Eine Menge von Elementen bis zu einer Frist</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Tokens on a cluster, spot or reserved</source>
        <translation>Token auf einem Cluster, Spot oder reserviert</translation>
    </message>
    <message>
        <source>Measured service</source>
        <translation>Gemessener Dienst</translation>
    </message>
    <message>
        <source>Only load-test points are known</source>
        <translation>Nur Lasttestpunkte sind bekannt</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2, growing by %3 a year.</source>
        <translation>%1: %2, Wachstum %3 im Jahr.</translation>
    </message>
    <message>
        <source>%1, %2 million items a run</source>
        <translation>%1, %2 Millionen Elemente je Lauf</translation>
    </message>
    <message>
        <source>%1, %2 billion tokens a run</source>
        <translation>%1, %2 Milliarden Token je Lauf</translation>
    </message>
</context>
<context>
    <name>ThroughputChart</name>
    <message>
        <source>Throughput by number of machines</source>
        <translation>Durchsatz nach Zahl der Maschinen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Grundfall</translation>
    </message>
    <message>
        <source>P90</source>
        <translation>P90</translation>
    </message>
    <message>
        <source>There is no curve: the throughput is unknown, or the work runs in jobs.</source>
        <translation>Es gibt keine Kurve: der Durchsatz ist unbekannt, oder die Arbeit läuft in Aufträgen.</translation>
    </message>
    <message>
        <source>machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>%1 machines: %2</source>
        <translation>%1 Maschinen: %2</translation>
    </message>
    <message>
        <source>%1 machines sustain %2. Demand: %3.</source>
        <translation>%1 Maschinen leisten dauerhaft %2. Nachfrage: %3.</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Sustained</source>
        <translation>Dauerhaft</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>No option meets every requirement and objective.</source>
        <translation>Keine Option erfüllt jede Anforderung und jedes Ziel.</translation>
    </message>
    <message>
        <source>Undecided: %1, excluded: %2; the table says why.</source>
        <translation>Unentschieden: %1, ausgeschlossen: %2; die Tabelle sagt warum.</translation>
    </message>
    <message>
        <source>%1 is first and cheapest: %2 over %3</source>
        <translation>%1 ist die erste und billigste: %2 über %3</translation>
    </message>
    <message>
        <source>, %1 below %2</source>
        <translation>, %1 unter %2</translation>
    </message>
    <message>
        <source>%1 ranks first at %2 over %3; %4 costs least, %5 less.</source>
        <translation>%1 steht an erster Stelle mit %2 über %3; %4 kostet am wenigsten, %5 weniger.</translation>
    </message>
    <message>
        <source>It overtakes %1 in %2; first in %3 of weightings.</source>
        <translation>Sie überholt %1 im %2; bei %3 der Gewichtungen ist sie die erste.</translation>
    </message>
    <message>
        <source>It overtakes %1 in %2.</source>
        <translation>Sie überholt %1 im %2.</translation>
    </message>
    <message>
        <source>It is first in %1 of weightings.</source>
        <translation>Sie ist bei %1 der Gewichtungen die erste.</translation>
    </message>
    <message>
        <source>First limit: %1 in %2.</source>
        <translation>Erste Grenze: %1, %2.</translation>
    </message>
    <message>
        <source>%1 is excluded.</source>
        <translation>%1 ist ausgeschlossen.</translation>
    </message>
    <message>
        <source>%1 costs at least %2 over %3.</source>
        <translation>%1 kostet mindestens %2 über %3.</translation>
    </message>
    <message>
        <source>Unknown: %1.</source>
        <translation>Unbekannt: %1.</translation>
    </message>
    <message>
        <source>%1 costs %2 over %3, between %4 and %5 in 8 of 10 futures.</source>
        <translation>%1 kostet %2 über %3, in 8 von 10 Zukünften zwischen %4 und %5.</translation>
    </message>
    <message>
        <source>%1 costs %2 over %3.</source>
        <translation>%1 kostet %2 über %3.</translation>
    </message>
    <message>
        <source>%1 of it is: %2.</source>
        <translation>%1 davon: %2.</translation>
    </message>
    <message>
        <source>%1 becomes cheaper in %2.</source>
        <translation>%1 wird im %2 billiger.</translation>
    </message>
    <message>
        <source>%1 never becomes cheaper within the plan.</source>
        <translation>%1 wird innerhalb des Plans nie billiger.</translation>
    </message>
    <message>
        <source>The limits of %1 are unknown.</source>
        <translation>Die Grenzen von %1 sind unbekannt.</translation>
    </message>
    <message>
        <source>%1 meets no limit by %2.</source>
        <translation>%1 stößt bis %2 auf keine Grenze.</translation>
    </message>
    <message>
        <source>%1 meets its first limit, %2, in %3</source>
        <translation>%1 stößt auf die erste Grenze, %2, %3</translation>
    </message>
    <message>
        <source>, on nine of ten sampled paths by %1</source>
        <translation>, auf neun von zehn gezogenen Pfaden bis %1</translation>
    </message>
    <message>
        <source>It can be raised.</source>
        <translation>Sie ist anhebbar.</translation>
    </message>
    <message>
        <source>It is hard.</source>
        <translation>Sie ist fest.</translation>
    </message>
    <message>
        <source>%1 follows in %2.</source>
        <translation>%1 folgt %2.</translation>
    </message>
    <message>
        <source>%1 leads with %2, but cannot be told apart from %3 with %4: the intervals overlap.</source>
        <translation>%1 führt mit %2, ist aber nicht von %3 mit %4 zu unterscheiden: die Intervalle überlappen.</translation>
    </message>
    <message>
        <source>%1 leads with %2 of 100.</source>
        <translation>%1 führt mit %2 von 100.</translation>
    </message>
    <message numerus="yes">
        <source>Scores alone, without cost. %n answers are unknown.</source>
        <translation>
            <numerusform>Nur Bewertung, ohne Kosten. %n Antwort ist unbekannt.</numerusform>
            <numerusform>Nur Bewertung, ohne Kosten. %n Antworten sind unbekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No option states what one replica sustains.</source>
        <translation>Keine Option sagt, was ein Replikat dauerhaft leistet.</translation>
    </message>
    <message>
        <source>Check the model&apos;s configuration and the objectives.</source>
        <translation>Prüfen Sie die Konfiguration des Modells und die Ziele.</translation>
    </message>
    <message>
        <source>One replica sustains up to %1 (%2).</source>
        <translation>Ein Replikat leistet dauerhaft bis zu %1 (%2).</translation>
    </message>
    <message>
        <source>%1 of %2 options can run it; %3 are needed at the first month&apos;s peak.</source>
        <translation>%1 von %2 Optionen können sie betreiben; %3 werden zur Spitze des ersten Monats gebraucht.</translation>
    </message>
    <message>
        <source>%1 at the busiest hour of the week, on average %2 of that.</source>
        <translation>%1 in der stärksten Stunde der Woche, im Mittel %2 davon.</translation>
    </message>
    <message>
        <source>No growth is expected.</source>
        <translation>Es wird kein Wachstum erwartet.</translation>
    </message>
    <message>
        <source>Growth of %1 a year, likely between %2 and %3.</source>
        <translation>Wachstum von %1 im Jahr, wahrscheinlich zwischen %2 und %3.</translation>
    </message>
    <message>
        <source>%1 of %2 options meet every requirement and objective.</source>
        <translation>%1 von %2 Optionen erfüllen jede Anforderung und jedes Ziel.</translation>
    </message>
    <message>
        <source>Excluded: %1. Undecided because an answer is missing: %2.</source>
        <translation>Ausgeschlossen: %1. Unentschieden, weil eine Antwort fehlt: %2.</translation>
    </message>
    <message>
        <source>%1 options of %2 providers are compared.</source>
        <translation>%1 Optionen von %2 Anbietern werden verglichen.</translation>
    </message>
    <message>
        <source>Queries take the cheapest machines of each provider that fit; candidates are taken as named.</source>
        <translation>Abfragen nehmen die billigsten passenden Maschinen jedes Anbieters; Kandidaten werden genommen, wie sie genannt sind.</translation>
    </message>
</context>
<context>
    <name>WeekEditor</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2:00 to %3:00: %4 of the busiest hour</source>
        <translation>%1, %2:00 bis %3:00: %4 der stärksten Stunde</translation>
    </message>
</context>
<context>
    <name>WeekMap</name>
    <message>
        <source>Arrivals by hour of the week</source>
        <translation>Ankünfte nach Stunde der Woche</translation>
    </message>
    <message>
        <source>Use by hour of the week</source>
        <translation>Auslastung nach Stunde der Woche</translation>
    </message>
    <message>
        <source>Busiest at %1 %2 with %3 of what the pool sustains, on average %4.</source>
        <translation>Am stärksten %1 %2 mit %3 dessen, was der Pool dauerhaft leistet, im Mittel %4.</translation>
    </message>
    <message>
        <source>Busiest at %1 %2, on average %3 of that.</source>
        <translation>Am stärksten %1 %2, im Mittel %3 davon.</translation>
    </message>
    <message>
        <source>%1 %2: %3 of what the pool sustains</source>
        <translation>%1 %2: %3 dessen, was der Pool dauerhaft leistet</translation>
    </message>
    <message>
        <source>%1 %2: %3 of the peak</source>
        <translation>%1 %2: %3 der Spitze</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>% of sustained</source>
        <translation>% des Dauerhaften</translation>
    </message>
    <message>
        <source>% of the peak</source>
        <translation>% der Spitze</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
</context>
<context>
    <name>WorkloadEdits</name>
    <message>
        <source>LLM serving</source>
        <translation>LLM-Betrieb</translation>
    </message>
    <message>
        <source>Classic inference</source>
        <translation>Klassische Inferenz</translation>
    </message>
    <message>
        <source>Batch scoring</source>
        <translation>Stapelbewertung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Measured service</source>
        <translation>Gemessener Dienst</translation>
    </message>
    <message>
        <source>add workload %1</source>
        <translation>Arbeitslast %1 hinzufügen</translation>
    </message>
    <message>
        <source>import load test %1</source>
        <translation>Lasttest %1 importieren</translation>
    </message>
    <message>
        <source>duplicate workload %1</source>
        <translation>Arbeitslast %1 duplizieren</translation>
    </message>
    <message>
        <source>remove workload %1</source>
        <translation>Arbeitslast %1 entfernen</translation>
    </message>
    <message>
        <source>name %1 → %2</source>
        <translation>Name %1 → %2</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>calibration of %1</source>
        <translation>Kalibrierung von %1</translation>
    </message>
    <message>
        <source>no calibration of %1</source>
        <translation>keine Kalibrierung von %1</translation>
    </message>
</context>
<context>
    <name>WorkloadForm</name>
    <message>
        <source>Input tokens</source>
        <translation>Eingabe-Token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabe-Token</translation>
    </message>
    <message>
        <source>Shared prefix</source>
        <translation>Gemeinsamer Anfang</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Rechenoperationen</translation>
    </message>
    <message>
        <source>Memory traffic</source>
        <translation>Speicherverkehr</translation>
    </message>
    <message>
        <source>Model in memory</source>
        <translation>Modell im Speicher</translation>
    </message>
    <message>
        <source>Measured on a vCPU</source>
        <translation>Auf einer vCPU gemessen</translation>
    </message>
    <message>
        <source>Items per run</source>
        <translation>Elemente je Lauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Transfer in</source>
        <translation>Übertragung hinein</translation>
    </message>
    <message>
        <source>Transfer back</source>
        <translation>Übertragung zurück</translation>
    </message>
    <message>
        <source>Tokens per run</source>
        <translation>Token je Lauf</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Checkpoint alle</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>of the input</source>
        <translation>der Eingabe</translation>
    </message>
    <message>
        <source>s, 0: unknown</source>
        <translation>s, 0: unbekannt</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>im Monat</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemessen auf</translation>
    </message>
    <message>
        <source>Its threads</source>
        <translation>Seine Threads</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Arrivals at peak</source>
        <translation>Ankünfte zur Spitze</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf Platte</translation>
    </message>
    <message>
        <source>First token, P95</source>
        <translation>Erstes Token, P95</translation>
    </message>
    <message>
        <source>Time per token, P95</source>
        <translation>Zeit je Token, P95</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>End to end, P95</source>
        <translation>Ganze Antwort, P95</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>of each month</source>
        <translation>jedes Monats</translation>
    </message>
    <message>
        <source>Week profile</source>
        <translation>Wochenprofil</translation>
    </message>
    <message>
        <source>week profile %1</source>
        <translation>Wochenprofil %1</translation>
    </message>
    <message>
        <source>Burstiness</source>
        <translation>Stoßhaftigkeit</translation>
    </message>
    <message>
        <source>1 is Poisson</source>
        <translation>1 ist Poisson</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponentiell</translation>
    </message>
    <message>
        <source>logistic</source>
        <translation>logistisch</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>growth %1</source>
        <translation>Wachstum %1</translation>
    </message>
    <message>
        <source>Growth per year</source>
        <translation>Wachstum im Jahr</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>im Jahr</translation>
    </message>
    <message>
        <source>Levels at</source>
        <translation>Endet bei</translation>
    </message>
    <message>
        <source>× the first month</source>
        <translation>× der erste Monat</translation>
    </message>
    <message>
        <source>Yearly shock</source>
        <translation>Jährlicher Stoß</translation>
    </message>
    <message>
        <source>std. deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Weights in</source>
        <translation>Gewichte in</translation>
    </message>
    <message>
        <source>Cache in</source>
        <translation>Cache in</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>cut over the devices</source>
        <translation>über die Geräte zerteilt</translation>
    </message>
    <message>
        <source>dealt out over the devices</source>
        <translation>auf die Geräte verteilt</translation>
    </message>
    <message>
        <source>Drafted tokens</source>
        <translation>Entworfene Token</translation>
    </message>
    <message>
        <source>a pass, 0: none</source>
        <translation>je Durchgang, 0: keine</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>of the drafts</source>
        <translation>der Entwürfe</translation>
    </message>
    <message>
        <source>A draft takes</source>
        <translation>Ein Entwurf braucht</translation>
    </message>
    <message>
        <source>of a pass</source>
        <translation>eines Durchgangs</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>fewest that fit</source>
        <translation>so wenige wie passen</translation>
    </message>
    <message>
        <source>Largest batch</source>
        <translation>Größter Stapel</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Arithmetic in</source>
        <translation>Rechnet in</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>all parameters</source>
        <translation>alle Parameter</translation>
    </message>
    <message>
        <source>adapters (LoRA)</source>
        <translation>Adapter (LoRA)</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>kept in memory</source>
        <translation>im Speicher gehalten</translation>
    </message>
    <message>
        <source>computed again</source>
        <translation>neu berechnet</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>convolutional network</source>
        <translation>Faltungsnetz</translation>
    </message>
    <message>
        <source>transformer encoder</source>
        <translation>Transformer-Encoder</translation>
    </message>
    <message>
        <source>trees</source>
        <translation>Bäume</translation>
    </message>
    <message>
        <source>embedding tables</source>
        <translation>Einbettungstabellen</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>billion</source>
        <translation>Milliarden</translation>
    </message>
    <message>
        <source>Active per token</source>
        <translation>Aktiv je Token</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Heads, key-value</source>
        <translation>Köpfe, Key-Value</translation>
    </message>
    <message>
        <source>Experts, active</source>
        <translation>Experten, aktiv</translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation>Längster Kontext</translation>
    </message>
    <message>
        <source>KV cache per token</source>
        <translation>KV-Cache je Token</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>per item</source>
        <translation>je Stück</translation>
    </message>
    <message>
        <source>per replica</source>
        <translation>je Replikat</translation>
    </message>
    <message>
        <source>per request</source>
        <translation>je Anfrage</translation>
    </message>
</context>
<context>
    <name>WorkloadPage</name>
    <message>
        <source>No workload yet</source>
        <translation>Noch keine Arbeitslast</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Arbeitslasten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>s, P95</source>
        <translation>s, P95</translation>
    </message>
    <message>
        <source>Add what is to run: a language model, a classic model, a batch, a training, or a service that you have measured.</source>
        <translation>Fügen Sie hinzu, was laufen soll: ein Sprachmodell, ein klassisches Modell, einen Stapel, ein Training oder einen Dienst, den Sie gemessen haben.</translation>
    </message>
    <message>
        <source>Add a language model</source>
        <translation>Ein Sprachmodell hinzufügen</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>Import &amp;load test</source>
        <translation>&amp;Lasttest importieren</translation>
    </message>
    <message>
        <source>&amp;Add workload</source>
        <translation>Arbeitslast hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Take this workload out of the plan; Undo brings it back</source>
        <translation>Diese Arbeitslast aus dem Plan nehmen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>A table of concurrency, requests a second and the 95th percentile</source>
        <translation>Eine Tabelle aus Gleichzeitigkeit, Anfragen je Sekunde und 95. Perzentil</translation>
    </message>
    <message>
        <source>Load test</source>
        <translation>Lasttest</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Models (*.json *.gguf *.safetensors *.onnx);;All files (*)</source>
        <translation>Modelle (*.json *.gguf *.safetensors *.onnx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>Points of the load test</source>
        <translation>Punkte des Lasttests</translation>
    </message>
    <message>
        <source>Paste points</source>
        <translation>Punkte einfügen</translation>
    </message>
    <message>
        <source>Remove point</source>
        <translation>Punkt entfernen</translation>
    </message>
    <message>
        <source>Type into the last row for another point, Delete removes one, Ctrl+V puts a copied table in.</source>
        <translation>Schreiben Sie in die letzte Zeile für einen weiteren Punkt; Entf entfernt einen, Strg+V fügt eine kopierte Tabelle ein.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Transfer and storage</source>
        <translation>Übertragung und Speicher</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Arbeitslast</translation>
    </message>
    <message>
        <source>Drop a config.json, GGUF or safetensors file here.</source>
        <translation>Legen Sie hier eine config.json-, GGUF- oder safetensors-Datei ab.</translation>
    </message>
    <message>
        <source>Drop an ONNX file here.</source>
        <translation>Legen Sie hier eine ONNX-Datei ab.</translation>
    </message>
    <message>
        <source>%1. Drop another here.</source>
        <translation>%1. Legen Sie hier eine andere ab.</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>import load test %1</source>
        <translation>Lasttest %1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of %1 are in.</source>
        <translation>
            <numerusform>%n Punkt von %1 ist übernommen.</numerusform>
            <numerusform>%n Punkte von %1 sind übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out, the first: %1</source>
        <translation>
            <numerusform>%n Zeile wurde ausgelassen: %1</numerusform>
            <numerusform>%n Zeilen wurden ausgelassen, die erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a number above 0.</source>
        <translation>Schreiben Sie eine Zahl über 0.</translation>
    </message>
    <message>
        <source>“%1” is no number above 0; the point is as it was.</source>
        <translation>„%1“ ist keine Zahl über 0; der Punkt ist, wie er war.</translation>
    </message>
    <message>
        <source>add point of the load test</source>
        <translation>Punkt des Lasttests hinzufügen</translation>
    </message>
    <message>
        <source>change point of the load test</source>
        <translation>Punkt des Lasttests ändern</translation>
    </message>
    <message>
        <source>paste points of the load test</source>
        <translation>Punkte des Lasttests einfügen</translation>
    </message>
    <message>
        <source>remove point of the load test</source>
        <translation>Punkt des Lasttests entfernen</translation>
    </message>
    <message>
        <source>Ranges may be written 5 to 10, 100 +- 10 % or P10 3, P90 9. An empty objective is not asked for. &lt;a href=&apos;ranges&apos;&gt;All forms&lt;/a&gt;</source>
        <translation>Spannen lassen sich als 5 to 10, 100 +- 10 % oder P10 3, P90 9 schreiben. Ein leeres Ziel wird nicht verlangt. &lt;a href=&apos;ranges&apos;&gt;Alle Formen&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Where to run a model workload, what it sustains, what it costs, how far it can be trusted.</source>
        <translation>Wo eine Modell-Arbeitslast laufen soll, was sie dauerhaft leistet, was sie kostet, wie weit man dem Ort trauen kann.</translation>
    </message>
    <message>
        <source>The catalogue to use.</source>
        <translation>Der zu benutzende Katalog.</translation>
    </message>
    <message>
        <source>Open this example: assistant, batch, classifier, fine-tuning, service.</source>
        <translation>Dieses Beispiel öffnen: assistant, batch, classifier, fine-tuning, service.</translation>
    </message>
    <message>
        <source>Open on this page.</source>
        <translation>Auf dieser Seite öffnen.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark oder system.</translation>
    </message>
    <message>
        <source>Size of text, 1 to 2.</source>
        <translation>Textgröße, 1 bis 2.</translation>
    </message>
    <message>
        <source>A plan to open; without one, the start page.</source>
        <translation>Ein zu öffnender Plan; ohne ihn die Startseite.</translation>
    </message>
</context>
<context>
    <name>wherewithal::app::DetectedSection</name>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Senkrechtstrich</translation>
    </message>
</context>
<context>
    <name>wherewithal::app::MappingSection</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price per hour</source>
        <translation>Preis je Stunde</translation>
    </message>
    <message>
        <source>Price per month</source>
        <translation>Preis je Monat</translation>
    </message>
    <message>
        <source>Spot price per hour</source>
        <translation>Spotpreis je Stunde</translation>
    </message>
    <message>
        <source>Upfront amount</source>
        <translation>Vorauszahlung</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kaufart</translation>
    </message>
    <message>
        <source>Is spot</source>
        <translation>Ist Spot</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlungsweise</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Number of accelerators</source>
        <translation>Zahl der Beschleuniger</translation>
    </message>
    <message>
        <source>Memory of one, GiB</source>
        <translation>Speicher eines Stücks, GiB</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Tenancy</source>
        <translation>Mandantschaft</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Description of devices</source>
        <translation>Beschreibung der Geräte</translation>
    </message>
</context>
<context>
    <name>wherewithal::app::PriceFilters</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kaufart</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Accelerator memory</source>
        <translation>Beschleunigerspeicher</translation>
    </message>
    <message>
        <source>Price of one accelerator</source>
        <translation>Preis eines Beschleunigers</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Replaced prices too</source>
        <translation>Auch ersetzte Preise</translation>
    </message>
    <message>
        <source>Only prices of this plan</source>
        <translation>Nur Preise dieses Plans</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>accelerator machine</source>
        <translation>Beschleunigermaschine</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>service, or no machine&apos;s own price</source>
        <translation>Dienst, oder kein eigener Preis einer Maschine</translation>
    </message>
</context>
<context>
    <name>wherewithal::app::PriceModel</name>
    <message>
        <source>In</source>
        <translation>Im</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>or service</source>
        <translation>oder Dienst</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kaufart</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>memory of one, GiB</source>
        <translation>Speicher eines Stücks, GiB</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>Je Stück</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
</context>
</TS>
