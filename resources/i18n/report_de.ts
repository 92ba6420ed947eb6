<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Format</name>
    <message><source>unknown</source><translation>unbekannt</translation></message>
    <message><source> (most likely %1)</source><translation> (am wahrscheinlichsten %1)</translation></message>
    <message><source>thousand %1</source><translation>Tsd. %1</translation></message>
    <message><source>million %1</source><translation>Mio. %1</translation></message>
    <message><source>billion %1</source><translation>Mrd. %1</translation></message>
    <message><source>1 year</source><translation>1 Jahr</translation></message>
    <message><source>%1 years</source><translation>%1 Jahre</translation></message>
    <message><source>1 month</source><translation>1 Monat</translation></message>
    <message><source>%1 months</source><translation>%1 Monate</translation></message>
    <message><source>none</source><translation>keine</translation></message>
    <message><source>%1 to %2</source><translation>%1 bis %2</translation></message>
    <message><source>later</source><translation>später</translation></message>
    <message><source>after %1</source><translation>nach %1</translation></message>
    <message><source>ranked</source><translation>gereiht</translation></message>
    <message><source>undecided</source><translation>unentschieden</translation></message>
    <message><source>excluded</source><translation>ausgeschlossen</translation></message>
    <message><source>cloud machine</source><translation>Cloud-Maschine</translation></message>
    <message><source>platform</source><translation>Plattform</translation></message>
    <message><source>layer on a host</source><translation>Schicht auf einem Wirt</translation></message>
    <message><source>token API</source><translation>Token-API</translation></message>
    <message><source>self-hosted</source><translation>selbst betrieben</translation></message>
    <message><source>hybrid</source><translation>gemischt</translation></message>
    <message><source>on demand</source><translation>nach Bedarf</translation></message>
    <message><source>spot</source><translation>Spot</translation></message>
    <message><source>reserved</source><translation>reserviert</translation></message>
    <message><source>savings plan</source><translation>Sparplan</translation></message>
    <message><source>committed use</source><translation>zugesagte Nutzung</translation></message>
    <message><source>platform price</source><translation>Plattformpreis</translation></message>
    <message><source>owned</source><translation>eigen</translation></message>
    <message><source>nothing upfront</source><translation>nichts vorab</translation></message>
    <message><source>partly upfront</source><translation>teilweise vorab</translation></message>
    <message><source>all upfront</source><translation>alles vorab</translation></message>
    <message><source>Security</source><translation>Sicherheit</translation></message>
    <message><source>Integrity</source><translation>Unversehrtheit</translation></message>
    <message><source>Documentation</source><translation>Dokumentation</translation></message>
    <message><source>Connectivity</source><translation>Anbindung</translation></message>
    <message><source>Automation</source><translation>Automatisierung</translation></message>
    <message><source>Debuggability</source><translation>Fehlersuche</translation></message>
    <message><source>Standardisation</source><translation>Standardisierung</translation></message>
    <message><source>Scalability</source><translation>Skalierbarkeit</translation></message>
    <message><source>yes</source><translation>ja</translation></message>
    <message><source>partly</source><translation>teilweise</translation></message>
    <message><source>no</source><translation>nein</translation></message>
    <message><source>not applicable</source><translation>trifft nicht zu</translation></message>
    <message><source>by value</source><translation>nach Wert</translation></message>
    <message><source>provider's own text</source><translation>eigener Text des Anbieters</translation></message>
    <message><source>copy of the provider's text</source><translation>Kopie des Anbietertextes</translation></message>
    <message><source>somebody else's words</source><translation>fremde Worte</translation></message>
    <message><source>general knowledge</source><translation>Allgemeinwissen</translation></message>
    <message><source>searched, not published</source><translation>gesucht, nicht veröffentlicht</translation></message>
    <message><source>Region</source><translation>Region</translation></message>
    <message><source>Provider</source><translation>Anbieter</translation></message>
    <message><source>Proven property</source><translation>Belegte Eigenschaft</translation></message>
    <message><source>Service</source><translation>Dienst</translation></message>
    <message><source>Operating system in support</source><translation>Betriebssystem mit Pflege</translation></message>
    <message><source>Way of buying</source><translation>Kaufweise</translation></message>
    <message><source>Kind of option</source><translation>Art der Option</translation></message>
    <message><source>requirement not met</source><translation>Anforderung verfehlt</translation></message>
    <message><source>requirement open</source><translation>Anforderung offen</translation></message>
    <message><source>objective not met</source><translation>Ziel verfehlt</translation></message>
    <message><source>objective open</source><translation>Ziel offen</translation></message>
    <message><source>cost part unknown</source><translation>Kostenteil unbekannt</translation></message>
    <message><source>does not fit</source><translation>passt nicht</translation></message>
    <message><source>limit too low</source><translation>Grenze zu niedrig</translation></message>
    <message><source>warning</source><translation>Warnung</translation></message>
    <message><source>language model serving</source><translation>Sprachmodell-Dienst</translation></message>
    <message><source>inference</source><translation>Inferenz</translation></message>
    <message><source>batch scoring</source><translation>Stapelbewertung</translation></message>
    <message><source>training</source><translation>Training</translation></message>
    <message><source>measured service</source><translation>gemessener Dienst</translation></message>
    <message><source>Cost</source><translation>Kosten</translation></message>
</context>
<context>
    <name>Report</name>
    <message><source>Throughput of %1</source><translation>Durchsatz von %1</translation></message>
    <message><source>sized for the first month's peak, within the objectives</source><translation>bemessen für die Spitze des ersten Monats, innerhalb der Ziele</translation></message>
    <message><source>Option</source><translation>Option</translation></message>
    <message><source>Machines</source><translation>Maschinen</translation></message>
    <message><source>first–last</source><translation>erster–letzter</translation></message>
    <message><source>Devices</source><translation>Geräte</translation></message>
    <message><source>per replica</source><translation>je Replik</translation></message>
    <message><source>Replica</source><translation>Replik</translation></message>
    <message><source>Sustained</source><translation>Dauerlast</translation></message>
    <message><source>80 % interval</source><translation>80-%-Intervall</translation></message>
    <message><source>Needed now</source><translation>Jetzt nötig</translation></message>
    <message><source>Use</source><translation>Nutzung</translation></message>
    <message><source>none</source><translation>keine</translation></message>
    <message><source>Latency of %1</source><translation>Antwortzeit von %1</translation></message>
    <message><source>at the first month's peak</source><translation>in der Spitze des ersten Monats</translation></message>
    <message><source>First token</source><translation>Erstes Token</translation></message>
    <message><source>Per token</source><translation>Je Token</translation></message>
    <message><source>One run</source><translation>Ein Lauf</translation></message>
    <message><source>below %1</source><translation>unter %1</translation></message>
    <message><source>Limits of %1</source><translation>Grenzen von %1</translation></message>
    <message><source>what growth meets, and when; options with the same figures share a line</source><translation>worauf das Wachstum trifft, und wann; Optionen mit gleichen Zahlen teilen sich eine Zeile</translation></message>
    <message><source>Limit</source><translation>Grenze</translation></message>
    <message><source>Value</source><translation>Wert</translation></message>
    <message><source>now</source><translation>jetzt</translation></message>
    <message><source>Reached</source><translation>Erreicht</translation></message>
    <message><source>P50 or base</source><translation>P50 oder Basis</translation></message>
    <message><source>Next step</source><translation>Nächster Schritt</translation></message>
    <message><source>one more machine or server</source><translation>eine Maschine oder ein Server mehr</translation></message>
    <message><source>; also %1</source><translation>; auch %1</translation></message>
    <message><source>Source</source><translation>Quelle</translation></message>
    <message><source>hard</source><translation>hart</translation></message>
    <message><source>soft</source><translation>weich</translation></message>
    <message><source>, can be raised</source><translation>, anhebbar</translation></message>
    <message><source>assumed</source><translation>angenommen</translation></message>
    <message><source>Year %1</source><translation>Jahr %1</translation></message>
    <message><source>from %1</source><translation>ab %1</translation></message>
    <message><source>Cost of each option</source><translation>Kosten jeder Option</translation></message>
    <message><source>%1, nominal, net of VAT</source><translation>%1, nominal, ohne Mehrwertsteuer</translation></message>
    <message><source>Base case</source><translation>Basisfall</translation></message>
    <message><source>sum of lines</source><translation>Summe der Posten</translation></message>
    <message><source>Present</source><translation>Barwert</translation></message>
    <message><source>value</source><translation>abgezinst</translation></message>
    <message><source>A year</source><translation>Je Jahr</translation></message>
    <message><source>annuity</source><translation>Annuität</translation></message>
    <message><source>Unit cost</source><translation>Stückkosten</translation></message>
    <message><source>≥: lower bound. Unknown for %1: %2.</source><translation>≥: untere Schranke. Unbekannt bei %1: %2.</translation></message>
    <message><source>Cost by year</source><translation>Kosten nach Jahren</translation></message>
    <message><source>%1, base case</source><translation>%1, Basisfall</translation></message>
    <message><source>Total</source><translation>Summe</translation></message>
    <message><source>Break-even with %1</source><translation>Kostengleichheit mit %1</translation></message>
    <message><source>month in which the cumulative costs cross</source><translation>Monat, in dem sich die aufgelaufenen Kosten kreuzen</translation></message>
    <message><source>Probability</source><translation>Wahrscheinlichkeit</translation></message>
    <message><source>by %1</source><translation>bis %1</translation></message>
    <message><source>Ledger of %1</source><translation>Posten von %1</translation></message>
    <message><source>%1, base case; the total is the sum of the lines</source><translation>%1, Basisfall; die Summe ist die Summe der Posten</translation></message>
    <message><source>Line</source><translation>Posten</translation></message>
    <message><source>Basis</source><translation>Grundlage</translation></message>
    <message><source> stale</source><translation> veraltet</translation></message>
    <message><source>one line</source><translation>ein Posten</translation></message>
    <message><source>%1 lines</source><translation>%1 Posten</translation></message>
    <message><source>Other</source><translation>Übrige</translation></message>
    <message><source>Cost by month of %1</source><translation>Kosten von %1 nach Monaten</translation></message>
    <message><source>Stacked bars, one for each month: the lines of the ledger above.</source><translation>Gestapelte Balken, einer je Monat: die Posten der Tabelle darüber.</translation></message>
    <message><source>Option %1: %2</source><translation>Option %1: %2</translation></message>
    <message><source>costs </source><translation>kostet </translation></message>
    <message><source>costs at least </source><translation>kostet mindestens </translation></message>
    <message><source> from %1 to %2</source><translation> von %1 bis %2</translation></message>
    <message><source>All amounts are nominal, net of VAT.</source><translation>Alle Beträge sind nominal, ohne Mehrwertsteuer.</translation></message>
    <message><source>Cumulative cost</source><translation>Aufgelaufene Kosten</translation></message>
    <message><source>%1, base case, bands P10–P90</source><translation>%1, Basisfall, Bänder P10–P90</translation></message>
    <message><source>Lines rise from the first month to the last; the steepest is the dearest to run. The table of cost by year holds the values.</source><translation>Die Linien steigen vom ersten bis zum letzten Monat; die steilste ist im Betrieb die teuerste. Die Tabelle der Kosten nach Jahren nennt die Werte.</translation></message>
    <message><source>%1 overtakes %2, %3</source><translation>%1 überholt %2, %3</translation></message>
    <message><source>Throughput and limits</source><translation>Durchsatz und Grenzen</translation></message>
    <message><source>Capacity is what the pool sustains within the objectives, and which limit binds first. The interval is the expected error of the prediction, not the spread of demand.</source><translation>Kapazität ist, was die Maschinen innerhalb der Ziele dauerhaft leisten und welche Grenze zuerst bindet. Das Intervall ist der erwartete Fehler der Vorhersage, nicht die Streuung der Nachfrage.</translation></message>
    <message><source>Cost over the years</source><translation>Kosten über die Jahre</translation></message>
    <message><source>The base case holds every uncertain input at its median; its total is the sum of its ledger lines.</source><translation>Der Basisfall nimmt jede unsichere Eingabe bei ihrem Median; seine Summe ist die Summe seiner Posten.</translation></message>
    <message><source>P10, P50 and P90 are order statistics over %1 sampled paths and do not add up.</source><translation>P10, P50 und P90 sind Ordnungsgrößen über %1 Pfade und addieren sich nicht.</translation></message>
    <message><source>, %1 less than the next in rank (%2)</source><translation>, %1 weniger als die nächste im Rang (%2)</translation></message>
    <message><source>, %1 more than the next in rank (%2)</source><translation>, %1 mehr als die nächste im Rang (%2)</translation></message>
    <message><source>Buy servers and host them: %1 (option %2).</source><translation>Server kaufen und selbst betreiben: %1 (Option %2).</translation></message>
    <message><source>Buy tokens: %1 (option %2).</source><translation>Token kaufen: %1 (Option %2).</translation></message>
    <message><source>Run it on %1 (option %2).</source><translation>Betreiben auf %1 (Option %2).</translation></message>
    <message><source> It sustains %1 as sized for the first month, against %2 needed then.</source><translation> Sie trägt dauerhaft %1, wie für den ersten Monat bemessen; nötig sind dann %2.</translation></message>
    <message><source>No option meets every requirement.</source><translation>Keine Option erfüllt alle Anforderungen.</translation></message>
    <message><source>One option is undecided: a fact is missing.</source><translation>Eine Option ist unentschieden: eine Tatsache fehlt.</translation></message>
    <message><source>%1 options are undecided: facts are missing.</source><translation>%1 Optionen sind unentschieden: Tatsachen fehlen.</translation></message>
    <message><source>The reasons stand with the options below.</source><translation>Die Gründe stehen unten bei den Optionen.</translation></message>
    <message><source>Over %1 this costs %2</source><translation>Über %1 kostet das %2</translation></message>
    <message><source>base cost of %2, %1</source><translation>Basiskosten von %2, %1</translation></message>
    <message><source>P10 %1, P90 %2</source><translation>P10 %1, P90 %2</translation></message>
    <message><source>range not computed</source><translation>Spanne nicht berechnet</translation></message>
    <message><source>%1 overtakes %2</source><translation>%1 überholt %2</translation></message>
    <message><source>break-even</source><translation>Kostengleichheit</translation></message>
    <message><source>no other option</source><translation>keine andere Option</translation></message>
    <message><source>break-even of %1 and %2</source><translation>Kostengleichheit von %1 und %2</translation></message>
    <message><source>not by %1</source><translation>nicht bis %1</translation></message>
    <message><source>base case</source><translation>Basisfall</translation></message>
    <message><source>how often %1 is first</source><translation>wie oft %1 vorn liegt</translation></message>
    <message><source>paths not computed</source><translation>Pfade nicht berechnet</translation></message>
    <message><source>of samples</source><translation>der Stichproben</translation></message>
    <message><source>rank %1 first</source><translation>sehen %1 vorn</translation></message>
    <message><source>no other is ever first</source><translation>keine andere liegt je vorn</translation></message>
    <message><source>%1 points unknown</source><translation>%1 Punkte unbekannt</translation></message>
    <message><source>of 100</source><translation>von 100</translation></message>
    <message><source>score of %1</source><translation>Bewertung von %1</translation></message>
    <message><source>Options that are still open</source><translation>Optionen, die noch offen sind</translation></message>
    <message><source>Options that meet every requirement</source><translation>Optionen, die alle Anforderungen erfüllen</translation></message>
    <message><source>Options that meet every requirement, and one undecided</source><translation>Optionen, die alle Anforderungen erfüllen, und eine unentschiedene</translation></message>
    <message><source>Options that meet every requirement, and %1 undecided</source><translation>Optionen, die alle Anforderungen erfüllen, und %1 unentschiedene</translation></message>
    <message><source>one more</source><translation>eine weitere</translation></message>
    <message><source>%1 more</source><translation>%1 weitere</translation></message>
    <message><source>no reason given</source><translation>kein Grund genannt</translation></message>
    <message><source>One option more stands in the cost section. </source><translation>Eine weitere Option steht im Abschnitt über die Kosten. </translation></message>
    <message><source>%1 options more stand in the cost section. </source><translation>%1 weitere Optionen stehen im Abschnitt über die Kosten. </translation></message>
    <message><source>Excluded: %1.</source><translation>Ausgeschlossen: %1.</translation></message>
    <message><source>Latency</source><translation>Antwortzeit</translation></message>
    <message><source>ms, P95</source><translation>ms, P95</translation></message>
    <message><source>s, P95</source><translation>s, P95</translation></message>
    <message><source>First limit</source><translation>Erste Grenze</translation></message>
    <message><source>month, P50</source><translation>Monat, P50</translation></message>
    <message><source>Cost</source><translation>Kosten</translation></message>
    <message><source>Score</source><translation>Bewertung</translation></message>
    <message><source>%1 may cost up to %2 less; a part of its cost is unknown.</source><translation>%1 könnte bis zu %2 weniger kosten; ein Teil ihrer Kosten ist unbekannt.</translation></message>
    <message><source>%1 costs %2 less, but is undecided.</source><translation>%1 kostet %2 weniger, ist aber unentschieden.</translation></message>
    <message><source>%1 costs %2 less.</source><translation>%1 kostet %2 weniger.</translation></message>
    <message><source>It commits for %1: that is paid whether used or not.</source><translation>Sie bindet für %1: das wird bezahlt, ob genutzt oder nicht.</translation></message>
    <message><source>It scores %1 points below %2 (lower bounds).</source><translation>Sie liegt %1 Punkte unter %2 (untere Schranken).</translation></message>
    <message><source>It is first in only %1 of the sampled weights, prices and unknowns.</source><translation>Sie liegt nur in %1 der Stichproben von Gewichten, Preisen und Unbekanntem vorn.</translation></message>
    <message><source>%1 are due in the first month.</source><translation>%1 sind im ersten Monat fällig.</translation></message>
    <message><source>Its first limit, “%1”, is reached in %2.</source><translation>Ihre erste Grenze, „%1“, ist %2 erreicht.</translation></message>
    <message><source>%1 of its 100 score points hang on facts that nobody published.</source><translation>%1 ihrer 100 Punkte hängen an Tatsachen, die niemand veröffentlicht hat.</translation></message>
    <message><source>None was found in the facts at hand.</source><translation>In den vorliegenden Tatsachen fand sich keiner.</translation></message>
    <message><source>The weight “%1” falls below %2: then %3 is first.</source><translation>Das Gewicht „%1“ fällt unter %2: dann liegt %3 vorn.</translation></message>
    <message><source>The weight “%1” rises above %2: then %3 is first.</source><translation>Das Gewicht „%1“ steigt über %2: dann liegt %3 vorn.</translation></message>
    <message><source>Growth reaches “%1” earlier than %2.</source><translation>Das Wachstum erreicht „%1“ früher als %2.</translation></message>
    <message><source>The commitment of %1 ends: %2.</source><translation>Die Bindung über %1 endet: %2.</translation></message>
    <message><source>The missing facts of the undecided option become known.</source><translation>Die fehlenden Tatsachen der unentschiedenen Option werden bekannt.</translation></message>
    <message><source>The missing facts of the %1 undecided options become known.</source><translation>Die fehlenden Tatsachen der %1 unentschiedenen Optionen werden bekannt.</translation></message>
    <message><source>One price is stale: ask for it before signing.</source><translation>Ein Preis ist veraltet: vor der Unterschrift erfragen.</translation></message>
    <message><source>%1 prices are stale: ask for them before signing.</source><translation>%1 Preise sind veraltet: vor der Unterschrift erfragen.</translation></message>
    <message><source>No single weight changes the first place; prices and demand may.</source><translation>Kein einzelnes Gewicht ändert den ersten Platz; Preise und Nachfrage können es.</translation></message>
    <message><source>Decision report</source><translation>Entscheidungsbericht</translation></message>
    <message><source>status: %1</source><translation>Stand: %1</translation></message>
    <message><source>proposed</source><translation>vorgeschlagen</translation></message>
    <message><source>for: %1</source><translation>für: %1</translation></message>
    <message><source>%1: where to run it, %2 to %3</source><translation>%1: wo betreiben, %2 bis %3</translation></message>
    <message><source>%1, decision report, %2</source><translation>%1, Entscheidungsbericht, %2</translation></message>
    <message><source>seed</source><translation>Startwert</translation></message>
    <message><source>catalogue</source><translation>Katalog</translation></message>
    <message><source>page %1 of %2</source><translation>Seite %1 von %2</translation></message>
    <message><source>Contents</source><translation>Inhalt</translation></message>
    <message><source>Table</source><translation>Tabelle</translation></message>
    <message><source>Figure</source><translation>Abbildung</translation></message>
    <message><source>Quantity</source><translation>Größe</translation></message>
    <message><source>Where a part of a cost is unknown, the months are those of the known part: the whole may cross elsewhere, or not at all.</source><translation>Wo ein Teil der Kosten unbekannt ist, gelten die Monate für den bekannten Teil: Das Ganze kann sich anderswo kreuzen oder gar nicht.</translation></message>
    <message><source>Load test at one user</source><translation>Lasttest mit einem Nutzer</translation></message>
    <message><source>Recommendation</source><translation>Empfehlung</translation></message>
    <message><source>Strongest reasons against %1</source><translation>Stärkste Gründe gegen %1</translation></message>
    <message><source>When to decide again</source><translation>Wann neu zu entscheiden ist</translation></message>
    <message><source>median %1</source><translation>Median %1</translation></message>
    <message><source>%1 layers, hidden size %2</source><translation>%1 Schichten, Breite %2</translation></message>
    <message><source>, %1 of %2 experts per token</source><translation>, %1 von %2 Experten je Token</translation></message>
    <message><source>Model</source><translation>Modell</translation></message>
    <message><source>Shape</source><translation>Gestalt</translation></message>
    <message><source>Arithmetic per item</source><translation>Rechenarbeit je Stück</translation></message>
    <message><source>Memory traffic per item</source><translation>Speicherverkehr je Stück</translation></message>
    <message><source>Model in memory</source><translation>Modell im Speicher</translation></message>
    <message><source>Measured on one vCPU</source><translation>Gemessen auf einer vCPU</translation></message>
    <message><source>Precision</source><translation>Genauigkeit</translation></message>
    <message><source>Precision of weights and cache</source><translation>Genauigkeit von Gewichten und Cache</translation></message>
    <message><source>Input</source><translation>Eingabe</translation></message>
    <message><source>Output</source><translation>Ausgabe</translation></message>
    <message><source>Shared prefix</source><translation>Gemeinsamer Anfang</translation></message>
    <message><source>Experts</source><translation>Experten</translation></message>
    <message><source>dealt out over the devices</source><translation>auf die Geräte verteilt</translation></message>
    <message><source>Drafted tokens for each pass</source><translation>Entworfene Token je Durchgang</translation></message>
    <message><source>Acceptance of drafted tokens</source><translation>Annahme entworfener Token</translation></message>
    <message><source>Time of a draft over that of a pass</source><translation>Zeit eines Entwurfs zu der eines Durchgangs</translation></message>
    <message><source>Items per run</source><translation>Stück je Lauf</translation></message>
    <message><source>Runs per month</source><translation>Läufe je Monat</translation></message>
    <message><source>Method</source><translation>Verfahren</translation></message>
    <message><source>all parameters</source><translation>alle Parameter</translation></message>
    <message><source>adapters (LoRA)</source><translation>Adapter (LoRA)</translation></message>
    <message><source>Tokens per run</source><translation>Token je Lauf</translation></message>
    <message><source>Measured on</source><translation>Gemessen auf</translation></message>
    <message><source>Load test at %1 users</source><translation>Lasttest mit %1 Nutzern</translation></message>
    <message><source>P95 %1</source><translation>P95 %1</translation></message>
    <message><source>Memory per replica</source><translation>Speicher je Replik</translation></message>
    <message><source>linear, %1 of the first month</source><translation>linear, %1 des ersten Monats</translation></message>
    <message><source>compound, %1</source><translation>zusammengesetzt, %1</translation></message>
    <message><source>compound, %1, levelling at %2 times the first month</source><translation>zusammengesetzt, %1, abflachend beim %2-Fachen des ersten Monats</translation></message>
    <message><source>Arrivals in the busiest hour</source><translation>Ankünfte in der stärksten Stunde</translation></message>
    <message><source>Week</source><translation>Woche</translation></message>
    <message><source>mean %1 of the peak</source><translation>Mittel %1 der Spitze</translation></message>
    <message><source>Growth</source><translation>Wachstum</translation></message>
    <message><source>Step in %1</source><translation>Schritt im %1</translation></message>
    <message><source>Transfer in per request</source><translation>Übertragung hinein je Anfrage</translation></message>
    <message><source>Transfer back per request</source><translation>Übertragung zurück je Anfrage</translation></message>
    <message><source>Stored</source><translation>Gespeichert</translation></message>
    <message><source>at most %1</source><translation>höchstens %1</translation></message>
    <message><source>objective</source><translation>Ziel</translation></message>
    <message><source>Time to first token, P95</source><translation>Zeit bis zum ersten Token, P95</translation></message>
    <message><source>Time per token, P95</source><translation>Zeit je Token, P95</translation></message>
    <message><source>Latency end to end, P95</source><translation>Antwortzeit insgesamt, P95</translation></message>
    <message><source>A run</source><translation>Ein Lauf</translation></message>
    <message><source>Availability</source><translation>Verfügbarkeit</translation></message>
    <message><source>at least %1</source><translation>mindestens %1</translation></message>
    <message><source>Note</source><translation>Anmerkung</translation></message>
    <message><source>Assumptions in force</source><translation>Geltende Annahmen</translation></message>
    <message><source>figures that no source settles; bold: set in this plan</source><translation>Größen, die keine Quelle klärt; fett: in diesem Plan gesetzt</translation></message>
    <message><source>Assumption</source><translation>Annahme</translation></message>
    <message><source>Range</source><translation>Spanne</translation></message>
    <message><source> (partly suffices)</source><translation> (teilweise genügt)</translation></message>
    <message><source>Must-haves</source><translation>Muss-Anforderungen</translation></message>
    <message><source>pass or fail, before any score</source><translation>bestanden oder nicht, vor jeder Bewertung</translation></message>
    <message><source>Must-have</source><translation>Muss</translation></message>
    <message><source>Asks for</source><translation>Verlangt</translation></message>
    <message><source>Met by</source><translation>Erfüllt von</translation></message>
    <message><source>Failed by</source><translation>Verfehlt von</translation></message>
    <message><source>Open for</source><translation>Offen bei</translation></message>
    <message><source>Test</source><translation>Prüfung</translation></message>
    <message><source>Reason</source><translation>Grund</translation></message>
    <message><source>Workload and assumptions</source><translation>Arbeitslast und Annahmen</translation></message>
    <message><source>The plan runs from %1 to %2 in %3, net of VAT. Prices and support dates are judged as of %4.</source><translation>Der Plan läuft von %1 bis %2 in %3, ohne Mehrwertsteuer. Preise und Fristen sind zum %4 beurteilt.</translation></message>
    <message><source>Of %1 options %2 meet every must-have and objective. Must-haves and objectives filter; they earn no points.</source><translation>Von %1 Optionen erfüllen %2 alle Muss-Anforderungen und Ziele. Sie sieben aus; Punkte gibt es dafür nicht.</translation></message>
    <message><source>Excluded options</source><translation>Ausgeschlossene Optionen</translation></message>
    <message><source>and the test that each fails</source><translation>und die Prüfung, an der jede scheitert</translation></message>
    <message><source>Undecided options</source><translation>Unentschiedene Optionen</translation></message>
    <message><source>and what is missing</source><translation>und was fehlt</translation></message>
    <message><source>Options and price sources</source><translation>Optionen und Preisquellen</translation></message>
    <message><source>All options</source><translation>Alle Optionen</translation></message>
    <message><source>letters stay as long as an option stands in the plan</source><translation>Buchstaben bleiben, solange eine Option im Plan steht</translation></message>
    <message><source>Provider, region</source><translation>Anbieter, Region</translation></message>
    <message><source>Bought as</source><translation>Gekauft als</translation></message>
    <message><source>State</source><translation>Zustand</translation></message>
    <message><source>Prices used</source><translation>Verwendete Preise</translation></message>
    <message><source>list prices, net of VAT</source><translation>Listenpreise, ohne Mehrwertsteuer</translation></message>
    <message><source>Price of</source><translation>Preis für</translation></message>
    <message><source>Amount</source><translation>Betrag</translation></message>
    <message><source>Unit</source><translation>Einheit</translation></message>
    <message><source>Date</source><translation>Datum</translation></message>
    <message><source>undated</source><translation>undatiert</translation></message>
    <message><source> + %1 upfront</source><translation> + %1 vorab</translation></message>
    <message><source>No price was used.</source><translation>Kein Preis wurde verwendet.</translation></message>
    <message><source>Stale: older than %1 days on %2, or without a date.</source><translation>Veraltet: am %2 älter als %1 Tage, oder ohne Datum.</translation></message>
    <message><source>Weights</source><translation>Gewichte</translation></message>
    <message><source>fixed in the plan before scoring; they are assumptions of the people who decide</source><translation>im Plan vor der Bewertung festgelegt; Annahmen derer, die entscheiden</translation></message>
    <message><source>What</source><translation>Was</translation></message>
    <message><source>Weight</source><translation>Gewicht</translation></message>
    <message><source>Judged by</source><translation>Beurteilt nach</translation></message>
    <message><source>cheapest present value divided by the option's own</source><translation>kleinster Barwert geteilt durch den eigenen</translation></message>
    <message><source>answered questions, from the firmest sources</source><translation>beantwortete Fragen, aus den festesten Quellen</translation></message>
    <message><source>Scores</source><translation>Bewertungen</translation></message>
    <message><source>0–100, lower to upper bound; hatched: unknown</source><translation>0–100, untere bis obere Schranke; schraffiert: unbekannt</translation></message>
    <message><source>Criterion</source><translation>Kriterium</translation></message>
    <message><source>All, weighted</source><translation>Alle, gewichtet</translation></message>
    <message><source>Questions answered</source><translation>Fragen beantwortet</translation></message>
    <message><source>%1 of %2</source><translation>%1 von %2</translation></message>
    <message><source>Rank</source><translation>Rang</translation></message>
    <message><source>by value; beside it the order by scores alone</source><translation>nach Wert; daneben die Ordnung nach Bewertung allein</translation></message>
    <message><source>by scores alone</source><translation>nach Bewertung allein</translation></message>
    <message><source>First in</source><translation>Vorn in</translation></message>
    <message><source>not ranked</source><translation>ohne Rang</translation></message>
    <message><source>Tipping points</source><translation>Kipppunkte</translation></message>
    <message><source>nearest weight at which another option is first; the other weights keep their proportions</source><translation>nächstes Gewicht, bei dem eine andere Option vorn liegt; die übrigen Gewichte behalten ihr Verhältnis</translation></message>
    <message><source>Weight of</source><translation>Gewicht von</translation></message>
    <message><source>Now</source><translation>Jetzt</translation></message>
    <message><source>Tips at</source><translation>Kippt bei</translation></message>
    <message><source>Then first</source><translation>Dann vorn</translation></message>
    <message><source>nowhere</source><translation>nirgends</translation></message>
    <message><source>Questions to ask</source><translation>Fragen an die Anbieter</translation></message>
    <message><source>what nobody published, or where sources contradict each other</source><translation>was niemand veröffentlicht hat oder worin Quellen einander widersprechen</translation></message>
    <message><source>Question</source><translation>Frage</translation></message>
    <message><source>Options</source><translation>Optionen</translation></message>
    <message><source>To, with the options that hang on it</source><translation>An, mit den Optionen, die daran hängen</translation></message>
    <message><source>Findings and titles of sources are quoted from the catalogue, in English.</source><translation>Befunde und Titel von Quellen sind aus dem Katalog auf Englisch zitiert.</translation></message>
    <message><source>Formulas and the names of figures on the way are quoted from the program, in English.</source><translation>Formeln und Namen von Zwischengrößen sind aus dem Programm auf Englisch zitiert.</translation></message>
    <message><source>Every question about the open options is answered.</source><translation>Jede Frage zu den offenen Optionen ist beantwortet.</translation></message>
    <message><source>Risks and warnings</source><translation>Risiken und Warnungen</translation></message>
    <message><source>%1: a cost part is unknown, %2.</source><translation>%1: ein Kostenteil ist unbekannt, %2.</translation></message>
    <message><source>Each criterion is a list of questions. An answer scores 0 to 1 by the firmest dated source; an unknown answer counts 0 at the lower bound and 1 at the upper bound. An option's value is the weight of cost times (cheapest present value / own present value) plus the sum of criterion weight times lower bound.</source><translation>Jedes Kriterium ist eine Liste von Fragen. Eine Antwort zählt 0 bis 1 nach der festesten datierten Quelle; eine unbekannte zählt 0 an der unteren und 1 an der oberen Schranke. Der Wert einer Option ist das Gewicht der Kosten mal (kleinster Barwert / eigener Barwert) plus die Summe aus Kriteriengewicht mal unterer Schranke.</translation></message>
    <message><source>General knowledge is left out: only sourced facts score.</source><translation>Allgemeinwissen bleibt außen vor: nur belegte Tatsachen zählen.</translation></message>
    <message><source>How stable the rank is</source><translation>Wie fest die Rangfolge ist</translation></message>
    <message><source>First in: the share of %1 samples of weights, price paths and unknown answers in which an option is first.</source><translation>Vorn in: der Anteil von %1 Stichproben aus Gewichten, Preispfaden und unbekannten Antworten, in denen eine Option vorn liegt.</translation></message>
    <message><source>Paths were not computed: how often each option is first is unknown.</source><translation>Pfade wurden nicht berechnet: wie oft jede Option vorn liegt, ist unbekannt.</translation></message>
    <message><source>Risks, and what to ask the vendors</source><translation>Risiken, und was die Anbieter zu fragen sind</translation></message>
    <message><source>Evidence</source><translation>Belege</translation></message>
    <message><source>No score rests on evidence.</source><translation>Keine Bewertung beruht auf Belegen.</translation></message>
    <message><source>Evidence used</source><translation>Verwendete Belege</translation></message>
    <message><source>findings in our own words</source><translation>Befunde in eigenen Worten</translation></message>
    <message><source>Finding</source><translation>Befund</translation></message>
    <message><source>Answer</source><translation>Antwort</translation></message>
    <message><source>Confidence</source><translation>Verlässlichkeit</translation></message>
    <message><source>not in this catalogue</source><translation>nicht in diesem Katalog</translation></message>
    <message><source> Contradicted by another source.</source><translation> Eine andere Quelle widerspricht.</translation></message>
    <message><source>as above</source><translation>wie oben</translation></message>
    <message><source>input of the plan</source><translation>Eingabe des Plans</translation></message>
    <message><source>and one more</source><translation>und eine weitere</translation></message>
    <message><source>and %1 more</source><translation>und %1 weitere</translation></message>
    <message><source>How the figures of %1 come about</source><translation>Wie die Zahlen von %1 zustande kommen</translation></message>
    <message><source>The headline figures opened to formulas, inputs and sources, to the depth that a page carries. The program opens every figure to its last input: wherewithal-cli explain PLAN --option %1 --figure list.</source><translation>Die Hauptzahlen, geöffnet bis zu Formeln, Eingaben und Quellen, so tief eine Seite trägt. Das Programm öffnet jede Zahl bis zur letzten Eingabe: wherewithal-cli explain PLAN --option %1 --figure list.</translation></message>
    <message><source>Formula or origin</source><translation>Formel oder Herkunft</translation></message>
    <message><source>More inputs follow; explain prints them all.</source><translation>Weitere Eingaben folgen; explain druckt sie alle.</translation></message>
    <message><source>Sources</source><translation>Quellen</translation></message>
    <message><source>Sources cited</source><translation>Zitierte Quellen</translation></message>
    <message><source>No.</source><translation>Nr.</translation></message>
    <message><source>Address</source><translation>Adresse</translation></message>
    <message><source>How to reproduce this report</source><translation>Wie dieser Bericht nachzurechnen ist</translation></message>
    <message><source>The same plan, catalogue, day, seed and paths give the same figures to the last bit, at any number of processors.</source><translation>Derselbe Plan, Katalog, Tag, Startwert und dieselbe Zahl von Pfaden geben dieselben Zahlen bis zum letzten Bit, auf beliebig vielen Prozessoren.</translation></message>
    <message><source>Settings of this run</source><translation>Einstellungen dieses Laufs</translation></message>
    <message><source>Setting</source><translation>Einstellung</translation></message>
    <message><source>Program</source><translation>Programm</translation></message>
    <message><source>Plan</source><translation>Plan</translation></message>
    <message><source>Catalogue</source><translation>Katalog</translation></message>
    <message><source>Newest price in it</source><translation>Neuester Preis darin</translation></message>
    <message><source>As of</source><translation>Stichtag</translation></message>
    <message><source>Starts</source><translation>Beginn</translation></message>
    <message><source>Horizon</source><translation>Zeitraum</translation></message>
    <message><source>Currency</source><translation>Währung</translation></message>
    <message><source>Seed</source><translation>Startwert</translation></message>
    <message><source>Paths</source><translation>Pfade</translation></message>
    <message><source>Command</source><translation>Befehl</translation></message>
</context>
<context>
    <name>Unit</name>
    <message><source>requests/s</source><translation>Anfragen/s</translation></message>
    <message><source>requests</source><translation>Anfragen</translation></message>
    <message><source>items/s</source><translation>Stück/s</translation></message>
    <message><source>items</source><translation>Stück</translation></message>
    <message><source>tokens/s</source><translation>Token/s</translation></message>
    <message><source>tokens</source><translation>Token</translation></message>
    <message><source>runs/month</source><translation>Läufe/Monat</translation></message>
    <message><source>connections</source><translation>Verbindungen</translation></message>
    <message><source>replicas</source><translation>Repliken</translation></message>
    <message><source>machines</source><translation>Maschinen</translation></message>
    <message><source>months</source><translation>Monate</translation></message>
    <message><source>years</source><translation>Jahre</translation></message>
    <message><source>lines</source><translation>Zeilen</translation></message>
    <message><source>threads</source><translation>Fäden</translation></message>
    <message><source>full-time persons</source><translation>Vollzeitstellen</translation></message>
    <message><source>%/year</source><translation>%/Jahr</translation></message>
    <message><source>USD/year</source><translation>USD/Jahr</translation></message>
    <message><source>EUR/year</source><translation>EUR/Jahr</translation></message>
    <message><source>USD/hour</source><translation>USD/h</translation></message>
    <message><source>USD/thousand requests</source><translation>USD/Tsd. Anfragen</translation></message>
    <message><source>EUR/thousand requests</source><translation>EUR/Tsd. Anfragen</translation></message>
    <message><source>USD/million tokens</source><translation>USD/Mio. Token</translation></message>
    <message><source>EUR/million tokens</source><translation>EUR/Mio. Token</translation></message>
    <message><source>USD/run</source><translation>USD/Lauf</translation></message>
    <message><source>EUR/run</source><translation>EUR/Lauf</translation></message>
    <message><source>USD/GB-month</source><translation>USD/GB und Monat</translation></message>
    <message><source>USD/month</source><translation>USD/Monat</translation></message>
    <message><source>USD/(Mbit/s)/month</source><translation>USD/(Mbit/s)/Monat</translation></message>
    <message><source>0 to 1</source><translation>0 bis 1</translation></message>
    <message><source>fraction of new</source><translation>Anteil vom Neupreis</translation></message>
    <message><source>requests at once</source><translation>gleichzeitige Anfragen</translation></message>
</context>
</TS>
