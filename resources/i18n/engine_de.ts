<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Engine</name>
    <message><source>Cluster network</source><translation>Netz des Verbunds</translation></message>
    <message><source>Colocation</source><translation>Stellfläche im Rechenzentrum</translation></message>
    <message><source>Data transferred out</source><translation>Übertragung hinaus</translation></message>
    <message><source>Disks</source><translation>Platten</translation></message>
    <message><source>Electricity</source><translation>Strom</translation></message>
    <message><source>Hardware maintenance</source><translation>Wartung der Geräte</translation></message>
    <message><source>Input tokens</source><translation>Eingabe-Token</translation></message>
    <message><source>Licence of the layer</source><translation>Lizenz der Schicht</translation></message>
    <message><source>Load balancers</source><translation>Lastverteiler</translation></message>
    <message><source>Machines on demand</source><translation>Maschinen nach Bedarf</translation></message>
    <message><source>Machines on spot</source><translation>Spot-Maschinen</translation></message>
    <message><source>Machines under commitment</source><translation>Maschinen mit Bindung</translation></message>
    <message><source>Managed Kubernetes</source><translation>Verwaltetes Kubernetes</translation></message>
    <message><source>Output tokens</source><translation>Ausgabe-Token</translation></message>
    <message><source>Platform machines</source><translation>Maschinen der Plattform</translation></message>
    <message><source>Public addresses</source><translation>Öffentliche Adressen</translation></message>
    <message><source>Servers bought</source><translation>Gekaufte Server</translation></message>
    <message><source>Staff</source><translation>Personal</translation></message>
    <message><source>Value of servers left or sold</source><translation>Wert übriger oder verkaufter Server</translation></message>
    <message><source>Connections that the database takes</source><translation>Verbindungen, die die Datenbank annimmt</translation></message>
    <message><source>Network of the machines of the first month</source><translation>Netz der Maschinen des ersten Monats</translation></message>
    <message><source>Requests that the key-value cache holds at once</source><translation>Anfragen, die der Schlüssel-Wert-Cache zugleich hält</translation></message>
    <message><source>Runs a month on the first machines</source><translation>Läufe je Monat auf den ersten Maschinen</translation></message>
    <message><source>Throughput of the first machines</source><translation>Durchsatz der ersten Maschinen</translation></message>
    <message><source>Cost over the horizon</source><translation>Kosten über den Zeitraum</translation></message>
    <message><source>machine</source><translation>Maschine</translation></message>
    <message><source>egress-internet</source><translation>Übertragung ins Internet</translation></message>
    <message><source>block-storage</source><translation>Blockspeicher</translation></message>
    <message><source>load-balancer</source><translation>Lastverteiler</translation></message>
    <message><source>public-ipv4</source><translation>öffentliche IPv4-Adresse</translation></message>
    <message><source>machine-committed</source><translation>Maschine mit Bindung</translation></message>
    <message><source>tokens-input</source><translation>Eingabe-Token</translation></message>
    <message><source>tokens-output</source><translation>Ausgabe-Token</translation></message>
    <message><source>Share of the link rate that an all-reduce reaches, NVLink class</source><translation>Anteil der Verbindungsrate, den ein All-Reduce erreicht, NVLink-Klasse</translation></message>
    <message><source>Fitted to all-reduces of 16 kB to 1 GB on 2 to 8 devices: A100 0.61, H100 0.65; about 0.5 for 10 MB, 0.78 for 1 GB. Overrides the device&apos;s own constant when set.</source><translation>Angepasst an All-Reduces von 16 kB bis 1 GB auf 2 bis 8 Geräten: A100 0,61, H100 0,65; etwa 0,5 bei 10 MB, 0,78 bei 1 GB. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Share of the link rate that an all-reduce reaches, PCIe only</source><translation>Anteil der Verbindungsrate, den ein All-Reduce erreicht, nur PCIe</translation></message>
    <message><source>Devices without a direct link share the host&apos;s bridges. Published Qwen3-30B rows of eight RTX PRO 6000 agree with 0.45 to 0.8; calibrate.</source><translation>Geräte ohne direkte Verbindung teilen sich die Brücken des Rechners. Veröffentlichte Zeilen von Qwen3-30B auf acht RTX PRO 6000 passen zu 0,45 bis 0,8; kalibrieren.</translation></message>
    <message><source>Fixed time of an all-reduce, NVLink class</source><translation>Feste Zeit eines All-Reduce, NVLink-Klasse</translation></message>
    <message><source>CUDA-graph launches on A100 and H100 take 4 to 7 microseconds.</source><translation>Starts mit CUDA-Graph brauchen auf A100 und H100 4 bis 7 Mikrosekunden.</translation></message>
    <message><source>Fixed time of an all-reduce, PCIe only</source><translation>Feste Zeit eines All-Reduce, nur PCIe</translation></message>
    <message><source>Several times the NVLink figure. Own assumption, calibrate.</source><translation>Ein Mehrfaches des NVLink-Werts. Eigene Annahme, kalibrieren.</translation></message>
    <message><source>Speed of kernels on AMD accelerators against the default shares</source><translation>Tempo der Kernel auf AMD-Beschleunigern gegenüber den Standardanteilen</translation></message>
    <message><source>MLPerf Llama-2-70B rows of MI300X and MI325X reach 0.63 to 0.86 of the prediction with the default shares; set by hand with all seven in sight.</source><translation>MLPerf-Zeilen von Llama-2-70B auf MI300X und MI325X erreichen 0,63 bis 0,86 der Vorhersage mit den Standardanteilen; von Hand gesetzt, mit allen sieben vor Augen.</translation></message>
    <message><source>Share of memory bandwidth that decode attention reaches</source><translation>Anteil der Speicherbandbreite, den Decode-Attention erreicht</translation></message>
    <message><source>Beside a start per kernel; fitted: A100 0.72, H100 0.895, both together 0.76. Overrides the device&apos;s own constant when set.</source><translation>Neben einem Start je Kernel; angepasst: A100 0,72, H100 0,895, beide zusammen 0,76. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Fixed time of one decode-attention kernel</source><translation>Feste Zeit eines Decode-Attention-Kernels</translation></message>
    <message><source>Fitted: H100 12.3, A100 19, both together 14 microseconds. Overrides the device&apos;s own constant when set.</source><translation>Angepasst: H100 12,3, A100 19, beide zusammen 14 Mikrosekunden. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Share of memory bandwidth at which prefill attention reads queries, keys and values</source><translation>Anteil der Speicherbandbreite, mit dem Prefill-Attention Anfragen, Schlüssel und Werte liest</translation></message>
    <message><source>Short prompts are bound by it; fitted: H100 0.35, A100 0.37. Overrides the device&apos;s own constant when set.</source><translation>Kurze Eingaben hängen daran; angepasst: H100 0,35, A100 0,37. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Share of peak arithmetic that prefill attention reaches</source><translation>Anteil der Spitzenrechenleistung, den Prefill-Attention erreicht</translation></message>
    <message><source>Beside its memory traffic and start; fitted: A100 0.575, H100 0.614. Overrides the device&apos;s own constant when set.</source><translation>Neben ihrem Speicherverkehr und Start; angepasst: A100 0,575, H100 0,614. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Fixed time of one prefill-attention kernel</source><translation>Feste Zeit eines Prefill-Attention-Kernels</translation></message>
    <message><source>Fitted: A100 11, H100 12.5 microseconds. Overrides the device&apos;s own constant when set.</source><translation>Angepasst: A100 11, H100 12,5 Mikrosekunden. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Disk of every machine</source><translation>Platte jeder Maschine</translation></message>
    <message><source>System, container images, logs; machines with own disks and no stored data pay none. Own assumption.</source><translation>System, Container-Abbilder, Protokolle; Maschinen mit eigenen Platten und ohne gespeicherte Daten zahlen nichts. Eigene Annahme.</translation></message>
    <message><source>Change of cloud list prices</source><translation>Veränderung der Cloud-Listenpreise</translation></message>
    <message><source>The base case keeps today&apos;s list prices; cuts and rises of a few per cent a year have both been seen. Own assumption.</source><translation>Der Basisfall behält die heutigen Listenpreise; Senkungen und Erhöhungen um wenige Prozent im Jahr gab es beide. Eigene Annahme.</translation></message>
    <message><source>Share of a processor&apos;s memory bandwidth that inference reaches</source><translation>Anteil der Speicherbandbreite eines Prozessors, den Inferenz erreicht</translation></message>
    <message><source>Same default as for accelerators in classic inference. Own assumption.</source><translation>Derselbe Standardwert wie für Beschleuniger bei klassischer Inferenz. Eigene Annahme.</translation></message>
    <message><source>BF16 operations per second of one cloud vCPU</source><translation>BF16-Operationen je Sekunde einer Cloud-vCPU</translation></message>
    <message><source>Data-sheet peak over hardware threads: EPYC 9654 93 G, Graviton3 333 G, Xeon 8480+ with AMX 1,024 G; the provider does not say which one serves.</source><translation>Spitzenwert des Datenblatts durch Hardware-Threads: EPYC 9654 93 G, Graviton3 333 G, Xeon 8480+ mit AMX 1.024 G; der Anbieter sagt nicht, welcher dient.</translation></message>
    <message><source>Memory bandwidth of one cloud vCPU</source><translation>Speicherbandbreite einer Cloud-vCPU</translation></message>
    <message><source>Socket bandwidth over hardware threads: EPYC 9654 2.4 GB/s, Xeon 8480+ 2.7 GB/s, Graviton3 4.8 GB/s.</source><translation>Bandbreite des Sockels durch Hardware-Threads: EPYC 9654 2,4 GB/s, Xeon 8480+ 2,7 GB/s, Graviton3 4,8 GB/s.</translation></message>
    <message><source>FP32 operations per second of one cloud vCPU</source><translation>FP32-Operationen je Sekunde einer Cloud-vCPU</translation></message>
    <message><source>Data-sheet peak over hardware threads: EPYC 9654 46 G, Xeon 8480+ 64 G, Graviton3 83 G.</source><translation>Spitzenwert des Datenblatts durch Hardware-Threads: EPYC 9654 46 G, Xeon 8480+ 64 G, Graviton3 83 G.</translation></message>
    <message><source>INT8 operations per second of one cloud vCPU</source><translation>INT8-Operationen je Sekunde einer Cloud-vCPU</translation></message>
    <message><source>Data-sheet peak over hardware threads: EPYC 9654 186 G, Graviton3 666 G, Xeon 8480+ with AMX 2,048 G; the provider does not say which one serves.</source><translation>Spitzenwert des Datenblatts durch Hardware-Threads: EPYC 9654 186 G, Graviton3 666 G, Xeon 8480+ mit AMX 2.048 G; der Anbieter sagt nicht, welcher dient.</translation></message>
    <message><source>Use of each further thread that computes one item</source><translation>Nutzen jedes weiteren Threads, der am selben Stück rechnet</translation></message>
    <message><source>Threads of one item wait for each other and share caches; half of the vCPUs are second threads of a core. Own assumption, measure.</source><translation>Threads eines Stücks warten aufeinander und teilen sich Caches; die Hälfte der vCPUs sind zweite Threads eines Kerns. Eigene Annahme, messen.</translation></message>
    <message><source>Threads that compute one item together</source><translation>Threads, die gemeinsam ein Stück rechnen</translation></message>
    <message><source>Inference runtimes compute one item on several threads; more shorten it, fewer waste less. A choice of set-up, not a measurement.</source><translation>Inferenz-Laufzeiten rechnen ein Stück auf mehreren Threads; mehr verkürzen es, weniger verschwenden weniger. Eine Wahl der Einrichtung, keine Messung.</translation></message>
    <message><source>The default of PostgreSQL; managed sizes differ. Set it to the database that is meant.</source><translation>Der Standardwert von PostgreSQL; verwaltete Größen weichen ab. Auf die gemeinte Datenbank setzen.</translation></message>
    <message><source>Discount rate, nominal</source><translation>Abzinsungssatz, nominal</translation></message>
    <message><source>A company&apos;s cost of capital; own assumption, ask finance.</source><translation>Kapitalkosten eines Unternehmens; eigene Annahme, bei den Finanzen nachfragen.</translation></message>
    <message><source>Change of electricity prices</source><translation>Veränderung der Strompreise</translation></message>
    <message><source>The base case keeps today&apos;s price. Own assumption.</source><translation>Der Basisfall behält den heutigen Preis. Eigene Annahme.</translation></message>
    <message><source>Share of memory bandwidth that matrix products reach</source><translation>Anteil der Speicherbandbreite, den Matrixprodukte erreichen</translation></message>
    <message><source>Default for devices without measured kernels; fitted: A100 0.72, B200 0.79, H100 0.90. Overrides the device&apos;s own constant when set.</source><translation>Standardwert für Geräte ohne gemessene Kernel; angepasst: A100 0,72, B200 0,79, H100 0,90. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Share of peak arithmetic that matrix products reach, 16 bits</source><translation>Anteil der Spitzenrechenleistung, den Matrixprodukte erreichen, 16 Bit</translation></message>
    <message><source>Default for devices without measured kernels; fitted: B200 0.72, H100 0.85, A100 0.87. Overrides the device&apos;s own constant when set.</source><translation>Standardwert für Geräte ohne gemessene Kernel; angepasst: B200 0,72, H100 0,85, A100 0,87. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Share of peak arithmetic that matrix products reach, FP4</source><translation>Anteil der Spitzenrechenleistung, den Matrixprodukte erreichen, FP4</translation></message>
    <message><source>Early FP4 kernels fall well short of the peak: with 0.55 throughput is 35 % too high on Blackwell. Own assumption below that.</source><translation>Frühe FP4-Kernel bleiben weit unter der Spitze: mit 0,55 ist der Durchsatz auf Blackwell 35 % zu hoch. Darunter eigene Annahme.</translation></message>
    <message><source>Share of peak arithmetic that matrix products reach, FP8 and INT8</source><translation>Anteil der Spitzenrechenleistung, den Matrixprodukte erreichen, FP8 und INT8</translation></message>
    <message><source>Hopper serving tables agree with 0.55; single kernels reach 0.28 to 0.6 at large shapes in one engine version.</source><translation>Hopper-Tabellen im Betrieb passen zu 0,55; einzelne Kernel erreichen bei großen Formen in einer Version der Engine 0,28 bis 0,6.</translation></message>
    <message><source>How sharply matrix products turn from memory-bound to arithmetic-bound</source><translation>Wie scharf Matrixprodukte von speicher- zu rechengebunden wechseln</translation></message>
    <message><source>Exponent of the smooth maximum; fitted: A100 2.3, B200 3.0, H100 3.9. Overrides the device&apos;s own constant when set.</source><translation>Exponent des glatten Maximums; angepasst: A100 2,3, B200 3,0, H100 3,9. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Fixed time of one matrix product</source><translation>Feste Zeit eines Matrixprodukts</translation></message>
    <message><source>Default for devices without measured kernels; fitted: B200 3.1, H100 3.3, A100 4.5 microseconds. Overrides the device&apos;s own constant when set.</source><translation>Standardwert für Geräte ohne gemessene Kernel; angepasst: B200 3,1, H100 3,3, A100 4,5 Mikrosekunden. Geht der Konstante des Geräts vor, wenn gesetzt.</translation></message>
    <message><source>Hours in a month for list prices</source><translation>Stunden eines Monats für Listenpreise</translation></message>
    <message><source>8,760 hours / 12. Providers quote monthly figures by it.</source><translation>8.760 Stunden / 12. Anbieter nennen ihre Monatswerte danach.</translation></message>
    <message><source>Power of an idle server over full load</source><translation>Leistung eines leerlaufenden Servers gegenüber Volllast</translation></message>
    <message><source>No idle power of 8-GPU nodes is published. Own assumption.</source><translation>Die Leerlaufleistung von Knoten mit 8 GPUs ist nicht veröffentlicht. Eigene Annahme.</translation></message>
    <message><source>Share of memory bandwidth that classic inference reaches</source><translation>Anteil der Speicherbandbreite, den klassische Inferenz erreicht</translation></message>
    <message><source>Usual sustained share of streaming kernels. Own assumption.</source><translation>Üblicher dauerhafter Anteil von Streaming-Kerneln. Eigene Annahme.</translation></message>
    <message><source>Spread of the classic inference prediction, convolutional networks and encoders, log scale</source><translation>Streuung der Vorhersage klassischer Inferenz, Faltungsnetze und Encoder, logarithmisch</translation></message>
    <message><source>Root mean square over 22 MLPerf offline rows; the width from one half holds 77 % of the other.</source><translation>Quadratisches Mittel über 22 MLPerf-Offline-Zeilen; die Breite aus der einen Hälfte fasst 77 % der anderen.</translation></message>
    <message><source>Spread of the classic inference prediction, other models, log scale</source><translation>Streuung der Vorhersage klassischer Inferenz, andere Modelle, logarithmisch</translation></message>
    <message><source>No measured rows at hand; models without a tuned benchmark differ by factors. Own assumption.</source><translation>Keine gemessenen Zeilen zur Hand; Modelle ohne abgestimmten Benchmark unterscheiden sich um ein Mehrfaches. Eigene Annahme.</translation></message>
    <message><source>Share of peak arithmetic, convolutional networks</source><translation>Anteil der Spitzenrechenleistung, Faltungsnetze</translation></message>
    <message><source>MLPerf v4.1 offline INT8, ResNet-50: H100 0.37, L4 0.43, L40S 0.50, Xeon 8592+ 0.40.</source><translation>MLPerf v4.1 offline INT8, ResNet-50: H100 0,37, L4 0,43, L40S 0,50, Xeon 8592+ 0,40.</translation></message>
    <message><source>Share of peak arithmetic, transformer encoders</source><translation>Anteil der Spitzenrechenleistung, Transformer-Encoder</translation></message>
    <message><source>MLPerf v4.1 offline, BERT-large: H100 0.54, Xeon 0.41.</source><translation>MLPerf v4.1 offline, BERT-large: H100 0,54, Xeon 0,41.</translation></message>
    <message><source>Share of peak arithmetic, other models</source><translation>Anteil der Spitzenrechenleistung, andere Modelle</translation></message>
    <message><source>Below the tuned benchmark models. Own assumption.</source><translation>Unter den abgestimmten Benchmark-Modellen. Eigene Annahme.</translation></message>
    <message><source>Fixed time of one inference batch</source><translation>Feste Zeit eines Inferenz-Stapels</translation></message>
    <message><source>Request handling, copy to the device and launches. Own assumption.</source><translation>Annahme der Anfrage, Kopie auf das Gerät und Starts. Eigene Annahme.</translation></message>
    <message><source>Replicas kept when nothing arrives</source><translation>Repliken, die bleiben, wenn nichts ankommt</translation></message>
    <message><source>No scaling to zero: loading a large model takes minutes. Own assumption.</source><translation>Kein Herunterfahren auf null: ein großes Modell zu laden dauert Minuten. Eigene Annahme.</translation></message>
    <message><source>Share of the output that the cache holds on average while a request decodes</source><translation>Anteil der Ausgabe, den der Cache im Mittel hält, während eine Anfrage dekodiert</translation></message>
    <message><source>Half the output on average, and blocks that are not full.</source><translation>Im Mittel die halbe Ausgabe, dazu Blöcke, die nicht voll sind.</translation></message>
    <message><source>Spread of the language-model prediction on processors, log scale</source><translation>Streuung der Sprachmodell-Vorhersage auf Prozessoren, logarithmisch</translation></message>
    <message><source>No measured rows at hand. Own assumption.</source><translation>Keine gemessenen Zeilen zur Hand. Eigene Annahme.</translation></message>
    <message><source>Spread of the language-model prediction, device without measured kernels, log scale</source><translation>Streuung der Sprachmodell-Vorhersage, Gerät ohne gemessene Kernel, logarithmisch</translation></message>
    <message><source>Root mean square over eight MLPerf rows of devices without measured kernels; few rows.</source><translation>Quadratisches Mittel über acht MLPerf-Zeilen von Geräten ohne gemessene Kernel; wenige Zeilen.</translation></message>
    <message><source>Spread of the language-model prediction, mixture of experts, log scale</source><translation>Streuung der Sprachmodell-Vorhersage, Expertenmischung, logarithmisch</translation></message>
    <message><source>Root mean square over 37 rows of Mixtral and Qwen3; the width from one half holds 86 % of the other.</source><translation>Quadratisches Mittel über 37 Zeilen von Mixtral und Qwen3; die Breite aus der einen Hälfte fasst 86 % der anderen.</translation></message>
    <message><source>Spread of the language-model prediction, device with measured kernels, 16 bits, log scale</source><translation>Streuung der Sprachmodell-Vorhersage, Gerät mit gemessenen Kerneln, 16 Bit, logarithmisch</translation></message>
    <message><source>Root mean square over ten stages of vLLM on H100; the width from one half holds 80 % of the other.</source><translation>Quadratisches Mittel über zehn Stufen von vLLM auf H100; die Breite aus der einen Hälfte fasst 80 % der anderen.</translation></message>
    <message><source>Spread of the language-model prediction, device with measured kernels, 8 and 4 bits, log scale</source><translation>Streuung der Sprachmodell-Vorhersage, Gerät mit gemessenen Kerneln, 8 und 4 Bit, logarithmisch</translation></message>
    <message><source>Root mean square over 85 offline rows of dense models on H100, H200 and B200; the width from one half holds 84 % of the other.</source><translation>Quadratisches Mittel über 85 Offline-Zeilen dichter Modelle auf H100, H200 und B200; die Breite aus der einen Hälfte fasst 84 % der anderen.</translation></message>
    <message><source>Share of device memory that the engine may use</source><translation>Anteil des Gerätespeichers, den die Engine nutzen darf</translation></message>
    <message><source>vLLM&apos;s gpu_memory_utilization is 0.9 by default.</source><translation>gpu_memory_utilization von vLLM ist standardmäßig 0,9.</translation></message>
    <message><source>Device memory of the engine besides weights and cache</source><translation>Gerätespeicher der Engine neben Gewichten und Cache</translation></message>
    <message><source>Runtime, graphs and activations take about 1 to 3.5 GB per device in published engine logs.</source><translation>Laufzeit, Graphen und Aktivierungen belegen in veröffentlichten Engine-Protokollen etwa 1 bis 3,5 GB je Gerät.</translation></message>
    <message><source>Tokens that an engine takes into one step at most</source><translation>Token, die eine Engine höchstens in einen Schritt nimmt</translation></message>
    <message><source>Token budget of chunked prefill; vLLM&apos;s default on large devices, 2,048 on smaller ones and older versions.</source><translation>Token-Budget des stückweisen Prefill; Standardwert von vLLM auf großen Geräten, 2.048 auf kleineren und bei älteren Versionen.</translation></message>
    <message><source>Time per token, 95th percentile over mean</source><translation>Zeit je Token, 95. Perzentil durch Mittel</translation></message>
    <message><source>Simulated chunked prefill gives 1.2 to 1.3; prefill-first engines 2 and more. Replay the trace to know.</source><translation>Simulierter stückweiser Prefill ergibt 1,2 bis 1,3; Engines, die zuerst Prefill rechnen, 2 und mehr. Die Aufzeichnung abspielen, um es zu wissen.</translation></message>
    <message><source>Time to first token, 95th percentile over mean</source><translation>Zeit bis zum ersten Token, 95. Perzentil durch Mittel</translation></message>
    <message><source>Between a stable engine (1.2) and one near its knee (4). Replay the trace to know.</source><translation>Zwischen einer ruhigen Engine (1,2) und einer nahe am Knie (4). Die Aufzeichnung abspielen, um es zu wissen.</translation></message>
    <message><source>Load balancers of each serving workload</source><translation>Lastverteiler je antwortender Arbeitslast</translation></message>
    <message><source>One each where the provider prices one. Own assumption.</source><translation>Je einer, wo der Anbieter einen bepreist. Eigene Annahme.</translation></message>
    <message><source>Log lines that one request writes</source><translation>Protokollzeilen, die eine Anfrage schreibt</translation></message>
    <message><source>Access line, application line, result line. Own assumption; count yours.</source><translation>Zugriff, Anwendung, Ergebnis. Eigene Annahme; die eigenen zählen.</translation></message>
    <message><source>Hardware maintenance a year over server price</source><translation>Wartung der Geräte im Jahr durch Serverpreis</translation></message>
    <message><source>12 % in Lenovo Press LP2368 (2026-02-04); used where the server names none.</source><translation>12 % in Lenovo Press LP2368 (2026-02-04); gilt, wo der Server keine nennt.</translation></message>
    <message><source>Measured service: 95th percentile of latency over its mean</source><translation>Gemessener Dienst: 95. Perzentil der Antwortzeit durch ihr Mittel</translation></message>
    <message><source>3 for exponential times, less for steadier ones; used where the load test gave no percentile. Own assumption.</source><translation>3 bei exponentiellen Zeiten, weniger bei gleichmäßigeren; gilt, wo der Lasttest kein Perzentil gab. Eigene Annahme.</translation></message>
    <message><source>Growth of throughput with the machine&apos;s vCPUs, exponent</source><translation>Wachstum des Durchsatzes mit den vCPUs der Maschine, Exponent</translation></message>
    <message><source>1 is proportional; shared memory, locks and databases cost some of it. Own assumption, measure on the target.</source><translation>1 ist proportional; gemeinsamer Speicher, Sperren und Datenbanken kosten etwas davon. Eigene Annahme, am Ziel messen.</translation></message>
    <message><source>Speed of grouped expert products against one plain product</source><translation>Tempo gruppierter Expertenprodukte gegenüber einem einfachen Produkt</translation></message>
    <message><source>Uneven load of experts, small tiles, sorting of tokens. No bias over 32 published rows of Mixtral and Qwen3 on H100 to B200 and MI300; each half alone gives 0.38 and 0.55.</source><translation>Ungleiche Last der Experten, kleine Kacheln, Sortieren der Token. Keine Verzerrung über 32 veröffentlichte Zeilen von Mixtral und Qwen3 auf H100 bis B200 und MI300; jede Hälfte allein ergibt 0,38 und 0,55.</translation></message>
    <message><source>Cluster network over server price</source><translation>Netz des Verbunds durch Serverpreis</translation></message>
    <message><source>A 2024 price sheet of H100 nodes gives 2.1 % at 2 nodes and 4.9 % at 64.</source><translation>Ein Preisblatt von H100-Knoten aus 2024 ergibt 2,1 % bei 2 Knoten und 4,9 % bei 64.</translation></message>
    <message><source>Language model: squared coefficient of variation of the time of a request</source><translation>Sprachmodell: quadrierter Variationskoeffizient der Dauer einer Anfrage</translation></message>
    <message><source>1 is exponential. Answers of Azure's conversation trace of 2023 vary by 0.6 in length, those of summaries of arXiv papers by 3.3. Own assumption between them; replay the trace to know.</source><translation>1 ist exponentiell. Antworten der Azure-Gesprächsaufzeichnung von 2023 schwanken in der Länge mit 0,6, Zusammenfassungen von arXiv-Aufsätzen mit 3,3. Eigene Annahme dazwischen; die Aufzeichnung nachzuspielen gibt Gewissheit.</translation></message>
    <message><source>Mean wait over service time at the peak</source><translation>Mittlere Wartezeit durch Bedienzeit zur Spitze</translation></message>
    <message><source>Bounds queues where no latency objective does. Own assumption.</source><translation>Begrenzt Warteschlangen, wo kein Ziel für die Antwortzeit es tut. Eigene Annahme.</translation></message>
    <message><source>Public IPv4 addresses of each workload</source><translation>Öffentliche IPv4-Adressen je Arbeitslast</translation></message>
    <message><source>Where the provider charges for them. Own assumption.</source><translation>Wo der Anbieter sie berechnet. Eigene Annahme.</translation></message>
    <message><source>Power usage effectiveness of the site</source><translation>Energieeffizienz des Standorts (PUE)</translation></message>
    <message><source>Industry average 1.54 (Uptime Institute 2025); new large builds are below.</source><translation>Mittel der Branche 1,54 (Uptime Institute 2025); neue große Bauten liegen darunter.</translation></message>
    <message><source>Months until a server is replaced</source><translation>Monate, bis ein Server ersetzt wird</translation></message>
    <message><source>Depreciation lives of large operators run from 5 to 6 years (filings 2022 to 2025).</source><translation>Abschreibungsdauern großer Betreiber liegen bei 5 bis 6 Jahren (Geschäftsberichte 2022 bis 2025).</translation></message>
    <message><source>Change of server prices</source><translation>Veränderung der Serverpreise</translation></message>
    <message><source>Accelerators fall, memory rose several times in 2026; the base case keeps the price. Own assumption.</source><translation>Beschleuniger werden billiger, Speicher stieg 2026 auf ein Mehrfaches; der Basisfall behält den Preis. Eigene Annahme.</translation></message>
    <message><source>Fixed time of norms, rotations and additions</source><translation>Feste Zeit von Normen, Rotationen und Additionen</translation></message>
    <message><source>Six short kernels per layer inside a CUDA graph. Own assumption.</source><translation>Sechs kurze Kernel je Schicht in einem CUDA-Graph. Eigene Annahme.</translation></message>
    <message><source>Replicas kept beyond the need, against failures</source><translation>Repliken über den Bedarf hinaus, gegen Ausfälle</translation></message>
    <message><source>N+1: the objective must hold with one replica down. Own assumption.</source><translation>N+1: das Ziel muss auch halten, wenn eine Replik ausfällt. Eigene Annahme.</translation></message>
    <message><source>Work that falls back from spot to on demand</source><translation>Arbeit, die von Spot auf Bedarf zurückfällt</translation></message>
    <message><source>While spot capacity is not to be had. Own assumption.</source><translation>Solange keine Spot-Kapazität zu haben ist. Eigene Annahme.</translation></message>
    <message><source>Interruptions of a spot machine</source><translation>Unterbrechungen einer Spot-Maschine</translation></message>
    <message><source>Providers give classes, not rates. Own assumption.</source><translation>Anbieter nennen Klassen, keine Raten. Eigene Annahme.</translation></message>
    <message><source>Spot price over the price of the catalogue</source><translation>Spot-Preis durch Preis des Katalogs</translation></message>
    <message><source>Spot prices move daily; the catalogue holds one day. Own assumption.</source><translation>Spot-Preise ändern sich täglich; der Katalog hält einen Tag fest. Eigene Annahme.</translation></message>
    <message><source>Time until a lost spot machine is replaced</source><translation>Zeit, bis eine verlorene Spot-Maschine ersetzt ist</translation></message>
    <message><source>Boot, image, model load, and waiting for capacity. Own assumption.</source><translation>Starten, Abbild, Laden des Modells und Warten auf Kapazität. Eigene Annahme.</translation></message>
    <message><source>Staff to run cloud machines</source><translation>Personal für den Betrieb von Cloud-Maschinen</translation></message>
    <message><source>Deployment, upgrades, on call. Own assumption.</source><translation>Ausrollen, Aktualisieren, Bereitschaft. Eigene Annahme.</translation></message>
    <message><source>Cost of one person a year</source><translation>Kosten einer Person im Jahr</translation></message>
    <message><source>Median wage of US administrators 96,800 (BLS, May 2024) times 1.25 to 1.4 for the employer&apos;s cost; the low end leaves it out.</source><translation>Mittlerer Lohn von Administratoren in den USA 96.800 (BLS, Mai 2024) mal 1,25 bis 1,4 für die Kosten des Arbeitgebers; das untere Ende lässt sie weg.</translation></message>
    <message><source>Staff to run own servers, whatever their number</source><translation>Personal für eigene Server, unabhängig von ihrer Zahl</translation></message>
    <message><source>0.5 to 1.5 persons for an on-premises AI installation (secondary, 2026); the servers&apos; own share is extra.</source><translation>0,5 bis 1,5 Personen für eine KI-Anlage im Haus (Sekundärquelle, 2026); der Anteil je Server kommt hinzu.</translation></message>
    <message><source>Staff per own server</source><translation>Personal je eigenem Server</translation></message>
    <message><source>10 to 20 servers per administrator (META Group 2002) at the upper end; fleets do better.</source><translation>10 bis 20 Server je Administrator (META Group 2002) am oberen Ende; große Bestände brauchen weniger.</translation></message>
    <message><source>Staff to run on a platform or layer</source><translation>Personal für den Betrieb auf einer Plattform oder Schicht</translation></message>
    <message><source>Less than on machines, more than behind an API. Own assumption.</source><translation>Weniger als auf Maschinen, mehr als hinter einer API. Eigene Annahme.</translation></message>
    <message><source>Staff to run behind a token API</source><translation>Personal für den Betrieb hinter einer Token-API</translation></message>
    <message><source>Keys, quotas, watching the bill. Own assumption.</source><translation>Schlüssel, Kontingente, Blick auf die Rechnung. Eigene Annahme.</translation></message>
    <message><source>Support plan: 0 none, 1 the cheapest, 2 the next ...</source><translation>Support-Vertrag: 0 keiner, 1 der günstigste, 2 der nächste ...</translation></message>
    <message><source>Plans of the provider by their least fee; AWS and Google: 2 is the business plan. Own assumption.</source><translation>Verträge des Anbieters nach ihrer Mindestgebühr; AWS und Google: 2 ist der für Unternehmen. Eigene Annahme.</translation></message>
    <message><source>Change of token prices</source><translation>Veränderung der Token-Preise</translation></message>
    <message><source>Prices of one model mostly stay until it is withdrawn; those of a class fell. The base case keeps the list price. Own assumption.</source><translation>Preise eines Modells bleiben meist, bis es zurückgezogen wird; die einer Klasse fielen. Der Basisfall behält den Listenpreis. Eigene Annahme.</translation></message>
    <message><source>Rate at which one machine writes a checkpoint</source><translation>Rate, mit der eine Maschine einen Sicherungspunkt schreibt</translation></message>
    <message><source>Between a network disk and a local NVMe array. Own assumption.</source><translation>Zwischen einer Netzplatte und einem lokalen NVMe-Verbund. Eigene Annahme.</translation></message>
    <message><source>Spread of the training prediction, log scale</source><translation>Streuung der Trainings-Vorhersage, logarithmisch</translation></message>
    <message><source>Root mean square over 13 MLPerf Llama-2-70B LoRA rows on H100, H200 and L40S; the width from one half holds 85 % of the other.</source><translation>Quadratisches Mittel über 13 MLPerf-Zeilen von Llama-2-70B LoRA auf H100, H200 und L40S; die Breite aus der einen Hälfte fasst 85 % der anderen.</translation></message>
    <message><source>Share of peak arithmetic in training, 16 bits</source><translation>Anteil der Spitzenrechenleistung im Training, 16 Bit</translation></message>
    <message><source>Published dense BF16 runs reach 0.38 to 0.50.</source><translation>Veröffentlichte dichte BF16-Läufe erreichen 0,38 bis 0,50.</translation></message>
    <message><source>Share of peak arithmetic in training, FP8</source><translation>Anteil der Spitzenrechenleistung im Training, FP8</translation></message>
    <message><source>MLPerf Llama-2-70B LoRA: 0.26 to 0.31 of FP8 peak on H100.</source><translation>MLPerf Llama-2-70B LoRA: 0,26 bis 0,31 der FP8-Spitze auf H100.</translation></message>
    <message><source>Training on devices without a fast link against those with one</source><translation>Training auf Geräten ohne schnelle Verbindung gegenüber solchen mit einer</translation></message>
    <message><source>MLPerf LoRA on L40S reaches 0.13 of FP8 peak against 0.29 on H100.</source><translation>MLPerf LoRA auf L40S erreicht 0,13 der FP8-Spitze gegenüber 0,29 auf H100.</translation></message>
    <message><source>Time to notice, restart and reload after an interruption</source><translation>Zeit, eine Unterbrechung zu bemerken, neu zu starten und zu laden</translation></message>
    <message><source>Own assumption.</source><translation>Eigene Annahme.</translation></message>
    <message><source>Loss of training speed per device with more nodes, exponent</source><translation>Verlust an Trainingstempo je Gerät mit mehr Knoten, Exponent</translation></message>
    <message><source>MLPerf v4.1: 8 to 1,024 H100 keep 85 % per device; ln 0.85 / ln 128 = -0.034.</source><translation>MLPerf v4.1: 8 bis 1.024 H100 behalten 85 % je Gerät; ln 0,85 / ln 128 = −0,034.</translation></message>
    <message><source>Internet transit at an own site</source><translation>Internet-Transit an einem eigenen Standort</translation></message>
    <message><source>Last public medians are of 2015 to 2018, about 1 USD in large markets. Own assumption.</source><translation>Die letzten öffentlichen Mittelwerte sind von 2015 bis 2018, etwa 1 USD in großen Märkten. Eigene Annahme.</translation></message>
    <message><source>Time of one tree node on one vCPU</source><translation>Zeit eines Baumknotens auf einer vCPU</translation></message>
    <message><source>Boosted trees visit 1 to 3 ns per node and core, bound by memory.</source><translation>Verstärkte Bäume besuchen in 1 bis 3 ns je Kern einen Knoten, vom Speicher begrenzt.</translation></message>
    <message><source>Price of data out where the provider lists none</source><translation>Preis für hinausgehende Daten, wo der Anbieter keinen nennt</translation></message>
    <message><source>Holds only if the plan sets it; otherwise such a cost part is unknown.</source><translation>Gilt nur, wenn der Plan ihn setzt; sonst ist dieser Kostenteil unbekannt.</translation></message>
    <message><source>Share of the stable rate that is planned with</source><translation>Anteil der stabilen Rate, mit dem geplant wird</translation></message>
    <message><source>Queues grow without bound towards 1; no latency is claimed above 0.95. Own assumption.</source><translation>Warteschlangen wachsen gegen 1 ohne Grenze; über 0,95 wird keine Antwortzeit behauptet. Eigene Annahme.</translation></message>
    <message><source>Value that a used server keeps each year</source><translation>Wert, den ein gebrauchter Server jedes Jahr behält</translation></message>
    <message><source>Where no curve of the device is known; quotes for used H100 fall to 0.4-0.45 in two years (low confidence).</source><translation>Wo keine Kurve des Geräts bekannt ist; Angebote für gebrauchte H100 fallen in zwei Jahren auf 0,4–0,45 (geringe Sicherheit).</translation></message>
    <message><source>committed machines x hours x committed price</source><translation>gebundene Maschinen x Stunden x gebundener Preis</translation></message>
    <message><source>committed machines x upfront price x part of the term inside the horizon</source><translation>gebundene Maschinen x Vorauszahlung x Teil der Laufzeit im Zeitraum</translation></message>
    <message><source>machine-hours beyond commitments x price x price drift</source><translation>Maschinenstunden über die Bindung hinaus x Preis x Preisveränderung</translation></message>
    <message><source>machine-hours on spot x spot price x price drift</source><translation>Spot-Maschinenstunden x Spot-Preis x Preisveränderung</translation></message>
    <message><source>machine-hours / hours of the month x monthly price x price drift</source><translation>Maschinenstunden / Stunden des Monats x Monatspreis x Preisveränderung</translation></message>
    <message><source>not published</source><translation>nicht veröffentlicht</translation></message>
    <message><source>million tokens x price x price drift</source><translation>Millionen Token x Preis x Preisveränderung</translation></message>
    <message><source>servers bought x price x price drift</source><translation>gekaufte Server x Preis x Preisveränderung</translation></message>
    <message><source>servers already owned x book value</source><translation>vorhandene Server x Buchwert</translation></message>
    <message><source>price of the servers bought x network share</source><translation>Preis der gekauften Server x Netzanteil</translation></message>
    <message><source>less servers left x price when bought x value kept at their age</source><translation>abzüglich übriger Server x Kaufpreis x Restwert nach Alter</translation></message>
    <message><source>servers x rated power x price per kW and month</source><translation>Server x Nennleistung x Preis je kW und Monat</translation></message>
    <message><source>servers x power x PUE x hours x price per kWh x price drift</source><translation>Server x Leistung x PUE x Stunden x Preis je kWh x Preisveränderung</translation></message>
    <message><source>servers x price x maintenance share / 12</source><translation>Server x Preis x Wartungsanteil / 12</translation></message>
    <message><source>stored data x price per month, graduated</source><translation>gespeicherte Daten x Monatspreis, gestaffelt</translation></message>
    <message><source>data transferred out x price, graduated</source><translation>hinausgehende Daten x Preis, gestaffelt</translation></message>
    <message><source>load balancers x hours x price</source><translation>Lastverteiler x Stunden x Preis</translation></message>
    <message><source>addresses x hours x price</source><translation>Adressen x Stunden x Preis</translation></message>
    <message><source>one cluster x hours x price</source><translation>ein Cluster x Stunden x Preis</translation></message>
    <message><source>larger of least fee and graduated share of the month&apos;s spend</source><translation>Größeres aus Mindestgebühr und gestaffeltem Anteil der Monatsausgaben</translation></message>
    <message><source>full-time persons x cost per year / 12</source><translation>Vollzeitstellen x Jahreskosten / 12</translation></message>
    <message><source>as committed in the plan</source><translation>wie im Plan gebunden</translation></message>
    <message><source>one more machine: +%1 for %2</source><translation>eine Maschine mehr: +%1 für %2</translation></message>
    <message><source>one more server: +%1 for %2</source><translation>ein Server mehr: +%1 für %2</translation></message>
    <message><source>one more machine: +%1</source><translation>eine Maschine mehr: +%1</translation></message>
    <message><source>%1 is unknown: objective %2 or less</source><translation>%1 ist unbekannt: Ziel höchstens %2</translation></message>
    <message><source>%1 %2: objective %3 or less</source><translation>%1 %2: Ziel höchstens %3</translation></message>
    <message><source>%1: %2 needed, %3 is the limit and cannot be raised</source><translation>%1: %2 nötig, %3 ist die Grenze und lässt sich nicht anheben</translation></message>
    <message><source>Totals are lower bounds: %1</source><translation>Summen sind Untergrenzen: %1</translation></message>
    <message><source>the price of %1 is not known</source><translation>der Preis von %1 ist nicht bekannt</translation></message>
    <message><source>the power of %1 is not known</source><translation>die Leistung von %1 ist nicht bekannt</translation></message>
    <message><source>the licence of %1 is not published</source><translation>die Lizenz von %1 ist nicht veröffentlicht</translation></message>
    <message><source>no dated exchange rate from %1 to %2</source><translation>kein datierter Wechselkurs von %1 nach %2</translation></message>
    <message><source>ask the provider to raise it</source><translation>beim Anbieter um Anhebung bitten</translation></message>
    <message><source>choose a bigger machine</source><translation>eine größere Maschine wählen</translation></message>
    <message><source>answer in the background and let the client fetch the result</source><translation>im Hintergrund antworten und das Ergebnis abholen lassen</translation></message>
    <message><source>more machines, or machines with a faster network</source><translation>mehr Maschinen, oder Maschinen mit schnellerem Netz</translation></message>
    <message><source>a connection pooler, or a bigger database</source><translation>ein Verbindungspool, oder eine größere Datenbank</translation></message>
    <message><source>Time to first token P95</source><translation>Zeit bis zum ersten Token P95</translation></message>
    <message><source>Time per token P95</source><translation>Zeit je Token P95</translation></message>
    <message><source>Latency P95</source><translation>Antwortzeit P95</translation></message>
    <message><source>Duration of a run</source><translation>Dauer eines Laufs</translation></message>
    <message><source>the data is kept on the disks that come with the machine</source><translation>die Daten liegen auf den Platten, die zur Maschine gehören</translation></message>
    <message><source>Equivalent annual cost</source><translation>Gleichwertige Jahreskosten</translation></message>
    <message><source>Committed, not to be cancelled</source><translation>Gebunden, nicht kündbar</translation></message>
    <message><source>Paid for but idle</source><translation>Bezahlt, aber ungenutzt</translation></message>
    <message><source>Cheapest of the ranked options</source><translation>Günstigste der gereihten Optionen</translation></message>
    <message><source>Capital recovery factor</source><translation>Wiedergewinnungsfaktor</translation></message>
    <message><source>present value x capital recovery factor</source><translation>Barwert x Wiedergewinnungsfaktor</translation></message>
    <message><source>discount rate / (1 - (1 + discount rate)^-years)</source><translation>Abzinsungssatz / (1 - (1 + Abzinsungssatz)^-Jahre)</translation></message>
    <message><source>sum of the lines that cannot be cancelled</source><translation>Summe der Posten, die nicht kündbar sind</translation></message>
    <message><source>nothing is committed</source><translation>nichts ist gebunden</translation></message>
    <message><source>1 - work done / work that the paid machine-hours could do</source><translation>1 - getane Arbeit / Arbeit, die die bezahlten Maschinenstunden leisten könnten</translation></message>
    <message><source>Work done over the horizon</source><translation>Getane Arbeit über den Zeitraum</translation></message>
    <message><source>Work that the paid machine-hours could do</source><translation>Arbeit, die die bezahlten Maschinenstunden leisten könnten</translation></message>
    <message><source>Headroom for the peak of each month, spare machines and nights count as idle.</source><translation>Reserve für die Spitze jedes Monats, Ersatzmaschinen und Nächte zählen als ungenutzt.</translation></message>
    <message><source>Unknown: nothing is paid by machine-hours, or a capacity is unknown</source><translation>Unbekannt: nichts wird nach Maschinenstunden bezahlt, oder eine Kapazität ist unbekannt</translation></message>
    <message><source>paths on which its present value is the least / paths</source><translation>Pfade, auf denen ihr Barwert der kleinste ist / Pfade</translation></message>
    <message><source>Paths on which its present value is the least</source><translation>Pfade, auf denen ihr Barwert der kleinste ist</translation></message>
    <message><source>Sampled paths</source><translation>Gezogene Pfade</translation></message>
    <message><source>Ties share a path.</source><translation>Gleichstände teilen sich einen Pfad.</translation></message>
    <message><source>The same amount each year has the same present value.</source><translation>Derselbe Betrag in jedem Jahr hat denselben Barwert.</translation></message>
    <message><source>Years of the horizon</source><translation>Jahre des Zeitraums</translation></message>
    <message><source>Growth of demand</source><translation>Wachstum der Nachfrage</translation></message>
    <message><source>Peak arrivals in the first month</source><translation>Ankünfte zur Spitze im ersten Monat</translation></message>
    <message><source>In use in the first month</source><translation>Genutzt im ersten Monat</translation></message>
    <message><source>In use in the last month</source><translation>Genutzt im letzten Monat</translation></message>
    <message><source>Unit cost</source><translation>Stückkosten</translation></message>
    <message><source>Present value of the cost</source><translation>Barwert der Kosten</translation></message>
    <message><source>Sustained throughput</source><translation>Dauerlast</translation></message>
    <message><source>Machines</source><translation>Maschinen</translation></message>
    <message><source>sum of the months, each posted to micro-units</source><translation>Summe der Monate, jeder auf Millionstel gebucht</translation></message>
    <message><source>sum of the lines</source><translation>Summe der Posten</translation></message>
    <message><source>Acceptance of drafted tokens</source><translation>Annahme entworfener Token</translation></message>
    <message><source>%1, measured</source><translation>%1, gemessen</translation></message>
    <message><source>The seller guarantees no throughput and no latency</source><translation>Der Anbieter sichert weder Durchsatz noch Antwortzeit zu</translation></message>
    <message><source>Is there a documented interface for programs?</source><translation>Gibt es eine dokumentierte Schnittstelle für Programme?</translation></message>
    <message><source>Can the machine prove its state remotely?</source><translation>Kann die Maschine ihren Zustand aus der Ferne beweisen?</translation></message>
    <message><source>Are control-plane actions logged for the customer?</source><translation>Werden Eingriffe an der Steuerungsebene für den Kunden protokolliert?</translation></message>
    <message><source>How long is the audit log kept without any set-up?</source><translation>Wie lange wird das Prüfprotokoll ohne Einrichtung aufbewahrt?</translation></message>
    <message><source>Does the service scale by itself?</source><translation>Skaliert der Dienst von selbst?</translation></message>
    <message><source>Are platform and system updated automatically?</source><translation>Werden Plattform und System von selbst aktualisiert?</translation></message>
    <message><source>How fast can capacity grow?</source><translation>Wie schnell kann die Leistung wachsen?</translation></message>
    <message><source>Is confidential computing offered (SEV-SNP, TDX, enclaves)?</source><translation>Wird vertrauliches Rechnen angeboten (SEV-SNP, TDX, Enklaven)?</translation></message>
    <message><source>Is there a BSI C5 attestation?</source><translation>Gibt es ein BSI-C5-Testat?</translation></message>
    <message><source>Can a CSA CAIQ questionnaire be had?</source><translation>Ist ein Fragebogen CSA CAIQ zu haben?</translation></message>
    <message><source>Is the service authorised under FedRAMP?</source><translation>Ist der Dienst nach FedRAMP zugelassen?</translation></message>
    <message><source>Is there a data processing agreement under the GDPR?</source><translation>Gibt es einen Vertrag zur Auftragsverarbeitung nach der DSGVO?</translation></message>
    <message><source>Is the service certified for French health data (HDS)?</source><translation>Ist der Dienst für französische Gesundheitsdaten (HDS) zertifiziert?</translation></message>
    <message><source>Can health data of the United States be handled (HIPAA, business associate agreement)?</source><translation>Dürfen Gesundheitsdaten der Vereinigten Staaten verarbeitet werden (HIPAA, Business Associate Agreement)?</translation></message>
    <message><source>Is the service certified to ISO/IEC 27001?</source><translation>Ist der Dienst nach ISO/IEC 27001 zertifiziert?</translation></message>
    <message><source>Is there a PCI DSS attestation?</source><translation>Gibt es einen Nachweis nach PCI DSS?</translation></message>
    <message><source>Is there a SOC 2 report that covers the service?</source><translation>Gibt es einen SOC-2-Bericht, der den Dienst umfasst?</translation></message>
    <message><source>Is there a command line or library?</source><translation>Gibt es eine Kommandozeile oder Bibliothek?</translation></message>
    <message><source>Are logs of the Kubernetes control plane available?</source><translation>Sind Protokolle der Kubernetes-Steuerungsebene zu haben?</translation></message>
    <message><source>When does support of the database version end?</source><translation>Wann endet die Unterstützung der Datenbankversion?</translation></message>
    <message><source>Is managed MongoDB, or something compatible, offered?</source><translation>Wird MongoDB oder etwas Verträgliches als verwalteter Dienst angeboten?</translation></message>
    <message><source>Is managed PostgreSQL offered?</source><translation>Wird PostgreSQL als verwalteter Dienst angeboten?</translation></message>
    <message><source>Is there a guide that deploys a model on this service?</source><translation>Gibt es eine Anleitung, ein Modell auf diesem Dienst bereitzustellen?</translation></message>
    <message><source>How many deployment guides were found in the official documents?</source><translation>Wie viele Anleitungen zur Bereitstellung stehen in den amtlichen Unterlagen?</translation></message>
    <message><source>Is there a page of limits?</source><translation>Gibt es eine Seite mit den Grenzen?</translation></message>
    <message><source>Is there a public page of service levels?</source><translation>Gibt es eine öffentliche Seite mit den zugesagten Dienstgüten?</translation></message>
    <message><source>Do container images run?</source><translation>Laufen Container-Abbilder?</translation></message>
    <message><source>Are stored data encrypted?</source><translation>Sind gespeicherte Daten verschlüsselt?</translation></message>
    <message><source>Are data encrypted on the way?</source><translation>Sind Daten auf dem Weg verschlüsselt?</translation></message>
    <message><source>Is there a catalogue of platform error codes?</source><translation>Gibt es ein Verzeichnis der Fehlercodes der Plattform?</translation></message>
    <message><source>Are errors grouped automatically?</source><translation>Werden Fehler von selbst gruppiert?</translation></message>
    <message><source>Is there a dashboard for governance of models?</source><translation>Gibt es eine Übersicht zur Aufsicht über Modelle?</translation></message>
    <message><source>Are machines with GPUs offered?</source><translation>Werden Maschinen mit GPUs angeboten?</translation></message>
    <message><source>Is there guidance on hardening, such as a CIS benchmark?</source><translation>Gibt es Hinweise zur Härtung, etwa einen CIS-Benchmark?</translation></message>
    <message><source>Is there a second factor at sign-in?</source><translation>Gibt es einen zweiten Faktor bei der Anmeldung?</translation></message>
    <message><source>Are rights given by role?</source><translation>Werden Rechte nach Rollen vergeben?</translation></message>
    <message><source>Can people sign in through SAML or OIDC?</source><translation>Kann man sich über SAML oder OIDC anmelden?</translation></message>
    <message><source>Is managed Kubernetes offered?</source><translation>Wird Kubernetes als verwalteter Dienst angeboten?</translation></message>
    <message><source>Is the Kubernetes service certified as conformant?</source><translation>Ist der Kubernetes-Dienst als konform zertifiziert?</translation></message>
    <message><source>How long is a Kubernetes version supported?</source><translation>Wie lange wird eine Kubernetes-Version unterstützt?</translation></message>
    <message><source>Can the customer manage the keys?</source><translation>Kann der Kunde die Schlüssel verwalten?</translation></message>
    <message><source>Are keys held in a hardware security module?</source><translation>Liegen Schlüssel in einem Hardware-Sicherheitsmodul?</translation></message>
    <message><source>Is there a managed load balancer?</source><translation>Gibt es einen verwalteten Lastverteiler?</translation></message>
    <message><source>How many applications or clusters may there be?</source><translation>Wie viele Anwendungen oder Cluster darf es geben?</translation></message>
    <message><source>How many machines, dynos or workers may run?</source><translation>Wie viele Maschinen, Dynos oder Worker dürfen laufen?</translation></message>
    <message><source>Which network throughput is the limit?</source><translation>Welcher Netzdurchsatz ist die Grenze?</translation></message>
    <message><source>How many nodes may a cluster have?</source><translation>Wie viele Knoten darf ein Cluster haben?</translation></message>
    <message><source>How many pods may a node have?</source><translation>Wie viele Pods darf ein Knoten haben?</translation></message>
    <message><source>What quota does a new account have?</source><translation>Welches Kontingent hat ein neues Konto?</translation></message>
    <message><source>How large may an image or a payload be?</source><translation>Wie groß darf ein Abbild oder eine Nutzlast sein?</translation></message>
    <message><source>How long may a request or job take?</source><translation>Wie lange darf eine Anfrage oder ein Auftrag dauern?</translation></message>
    <message><source>Can logs be sent elsewhere?</source><translation>Können Protokolle anderswohin geschickt werden?</translation></message>
    <message><source>How long may a log line be?</source><translation>Wie lang darf eine Protokollzeile sein?</translation></message>
    <message><source>Is loss or throttling of logs documented?</source><translation>Ist Verlust oder Drosselung von Protokollen dokumentiert?</translation></message>
    <message><source>Are logs collected by the platform itself?</source><translation>Sammelt die Plattform selbst die Protokolle?</translation></message>
    <message><source>Can logs be queried by program?</source><translation>Können Programme die Protokolle abfragen?</translation></message>
    <message><source>How long are logs kept by default?</source><translation>Wie lange werden Protokolle ohne Einrichtung aufbewahrt?</translation></message>
    <message><source>Are there dashboards of metrics?</source><translation>Gibt es Übersichten der Messwerte?</translation></message>
    <message><source>Is drift or bias of models monitored?</source><translation>Werden Drift oder Verzerrung von Modellen überwacht?</translation></message>
    <message><source>Does the provider offer a firewall?</source><translation>Bietet der Anbieter eine Firewall an?</translation></message>
    <message><source>Can the model be cut off from the network while metrics still leave?</source><translation>Lässt sich das Modell vom Netz trennen, während Messwerte noch hinausgehen?</translation></message>
    <message><source>Is there a private network?</source><translation>Gibt es ein privates Netz?</translation></message>
    <message><source>Are human shells on nodes excluded by design?</source><translation>Sind Shells von Menschen auf Knoten der Bauart nach ausgeschlossen?</translation></message>
    <message><source>Can one log in to the machine to find a fault?</source><translation>Kann man sich an der Maschine anmelden, um einen Fehler zu finden?</translation></message>
    <message><source>Is there object storage with the S3 interface?</source><translation>Gibt es Objektspeicher mit der S3-Schnittstelle?</translation></message>
    <message><source>Must the customer approve before staff of the provider see data?</source><translation>Muss der Kunde zustimmen, bevor Personal des Anbieters Daten sieht?</translation></message>
    <message><source>Does the customer see a log of staff access?</source><translation>Sieht der Kunde ein Protokoll der Zugriffe des Personals?</translation></message>
    <message><source>Is access of the operator to customer data technically excluded?</source><translation>Ist der Zugriff des Betreibers auf Kundendaten technisch ausgeschlossen?</translation></message>
    <message><source>What does the provider promise about staff access?</source><translation>Was sagt der Anbieter über Zugriffe seines Personals zu?</translation></message>
    <message><source>Which base systems are offered?</source><translation>Welche Grundsysteme werden angeboten?</translation></message>
    <message><source>When does support of the operating system end?</source><translation>Wann endet die Unterstützung des Betriebssystems?</translation></message>
    <message><source>Which ports are limited?</source><translation>Welche Ports sind begrenzt?</translation></message>
    <message><source>How many regions are there?</source><translation>Wie viele Regionen gibt es?</translation></message>
    <message><source>Is there a private image registry?</source><translation>Gibt es ein privates Verzeichnis für Container-Abbilder?</translation></message>
    <message><source>Can the customer choose where data lie?</source><translation>Kann der Kunde wählen, wo Daten liegen?</translation></message>
    <message><source>Is there a published way out?</source><translation>Gibt es einen veröffentlichten Weg hinaus?</translation></message>
    <message><source>Is there a managed store for secrets?</source><translation>Gibt es einen verwalteten Speicher für Geheimnisse?</translation></message>
    <message><source>Which availability is promised?</source><translation>Welche Verfügbarkeit wird zugesagt?</translation></message>
    <message><source>Is the split of responsibilities published?</source><translation>Ist die Aufteilung der Verantwortung veröffentlicht?</translation></message>
    <message><source>Can hardware be had for one customer alone?</source><translation>Ist Hardware für einen einzigen Kunden zu haben?</translation></message>
    <message><source>Is there a Terraform provider?</source><translation>Gibt es einen Terraform-Provider?</translation></message>
    <message><source>Is OpenTelemetry or tracing supported?</source><translation>Wird OpenTelemetry oder Tracing unterstützt?</translation></message>
    <message><source>Are government requests reported?</source><translation>Werden Anfragen von Behörden veröffentlicht?</translation></message>
    <message><source>Is there a VPN or peering?</source><translation>Gibt es ein VPN oder Peering?</translation></message>
    <message><source>%1 Required; the answer is %2</source><translation>%1 Gefordert; die Antwort ist %2</translation></message>
    <message><source>Data must stay in %1: the provider does not say where they lie</source><translation>Daten müssen in %1 bleiben: der Anbieter sagt nicht, wo sie liegen</translation></message>
    <message><source>Data must stay in %1: %2 is in %3</source><translation>Daten müssen in %1 bleiben: %2 liegt in %3</translation></message>
    <message><source>Data stay in %1</source><translation>Daten bleiben in %1</translation></message>
    <message><source>Support of %1 ended on %2</source><translation>Die Unterstützung von %1 endete am %2</translation></message>
    <message><source>Support of %1 ends on %2, before the plan ends in %3</source><translation>Die Unterstützung von %1 endet am %2, bevor der Plan in %3 endet</translation></message>
    <message><source>The catalogue has no support dates of %1</source><translation>Der Katalog kennt keine Unterstützungsfristen von %1</translation></message>
    <message><source>%1 is in support until %2</source><translation>%1 wird bis %2 unterstützt</translation></message>
    <message><source>%1: the provider chooses the operating system</source><translation>%1: der Anbieter wählt das Betriebssystem</translation></message>
    <message><source>yes</source><translation>ja</translation></message>
    <message><source>no</source><translation>nein</translation></message>
    <message><source>partly</source><translation>teilweise</translation></message>
    <message><source>only partly</source><translation>nur teilweise</translation></message>
    <message><source>unknown</source><translation>unbekannt</translation></message>
    <message><source>Prices of %1 of %2 options are older than %3 days or undated</source><translation>Preise von %1 der %2 Optionen sind älter als %3 Tage oder ohne Datum</translation></message>
    <message><source>%1: price of %2: none is known for %3</source><translation>%1: Preis von %2, für %3 ist keiner bekannt</translation></message>
    <message><source>price of %1: none is known for %2</source><translation>Preis von %1, für %2 ist keiner bekannt</translation></message>
    <message><source>no load balancer of %1 is priced; none is charged</source><translation>kein Lastverteiler von %1 ist bepreist; keiner wird berechnet</translation></message>
    <message><source>no load balancer of %1 is priced</source><translation>kein Lastverteiler von %1 ist bepreist</translation></message>
    <message><source>none is charged</source><translation>keiner wird berechnet</translation></message>
    <message><source>how many machines are needed is not known</source><translation>wie viele Maschinen nötig sind, ist nicht bekannt</translation></message>
    <message><source>the price of data transferred out of %1 is not known</source><translation>der Preis der Übertragung hinaus bei %1 ist nicht bekannt</translation></message>
    <message><source>the price of disks of %1 is not known</source><translation>der Preis von Platten bei %1 ist nicht bekannt</translation></message>
    <message><source>the price of managed Kubernetes of %1 is not known</source><translation>der Preis von verwaltetem Kubernetes bei %1 ist nicht bekannt</translation></message>
    <message><source>the price of support of %1 is not known</source><translation>der Preis der Unterstützung bei %1 ist nicht bekannt</translation></message>
    <message><source>the price of electricity at %1 is not known</source><translation>der Strompreis in %1 ist nicht bekannt</translation></message>
    <message><source>the price of colocation at %1 is not known</source><translation>der Preis der Stellfläche in %1 ist nicht bekannt</translation></message>
    <message><source>Fit to measured vLLM kernels of the %1, BF16, k and m of 1k to 32k; median error %2</source><translation>An gemessene vLLM-Kernels der %1 angepasst, BF16, k und m von 1k bis 32k; mittlerer Fehler %2</translation></message>
    <message><source>Fit to measured vLLM %1 kernels of the %2, BF16, k and m of 1k to 32k; median error %3</source><translation>An gemessene Kernels der %2 mit vLLM %1 angepasst, BF16, k und m von 1k bis 32k; mittlerer Fehler %3</translation></message>
    <message><source>Fit to measured vLLM %1 attention and all-reduce kernels of the %2.</source><translation>An gemessene Attention- und All-Reduce-Kernels der %2 mit vLLM %1 angepasst.</translation></message>
    <message><source>Ceiling of demand</source><translation>Deckel der Nachfrage</translation></message>
    <message><source>Items per run</source><translation>Stück je Lauf</translation></message>
    <message><source>Peak arrivals</source><translation>Ankünfte zur Spitze</translation></message>
    <message><source>Runs a month</source><translation>Läufe im Monat</translation></message>
    <message><source>Shared prefix</source><translation>Gemeinsamer Anfang</translation></message>
    <message><source>Shock to demand in the first year</source><translation>Schwankung der Nachfrage im ersten Jahr</translation></message>
    <message><source>Speed against the prediction</source><translation>Tempo gegenüber der Vorhersage</translation></message>
    <message><source>Stored data</source><translation>Gespeicherte Daten</translation></message>
    <message><source>Tokens per run</source><translation>Token je Lauf</translation></message>
    <message><source>Transferred back per item</source><translation>Übertragung zurück je Stück</translation></message>
    <message><source>Transferred back per request</source><translation>Übertragung zurück je Anfrage</translation></message>
</context>
</TS>
