<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CataloguePage</name>
    <message>
        <source>Search the prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine, region, provider or purchase; words narrow it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 prices for this plan&apos;s query are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue %1, newest price of %2; what is older than %3 days looks stale.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesSection</name>
    <message>
        <source>Against the last sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sheet changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective, per hour or unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue holds no sheet of this kind yet: every price is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of an earlier day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckSection</name>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out for errors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows skipped by rule, none silently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the catalogue holds this sheet already; importing it again adds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandField</name>
    <message>
        <source>Find a field, option or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a field, option or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan needs a workload before options can be sized and priced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference option for break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>horizon %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference option %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score against cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: not beaten on both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, base case; P10–P90 bands of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, base case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostPage</name>
    <message>
        <source>Nothing to price yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan needs a workload before its options have a cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, base case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; bands P10–P90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, base case; the total is the sum of the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equivalent annual cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P10 to P90 of the total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit cost, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 becomes cheaper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance of that within the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of paths</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CumulativeChart</name>
    <message>
        <source>Cumulative cost of the options by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cheaper than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemandPage</name>
    <message>
        <source>No demand yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand belongs to a workload; the plan has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals and growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of the busiest hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the growth asks of each option, base case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetectedSection</name>
    <message>
        <source>Detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the content, every value can be overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher&apos;s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For files that name none; prices that name one keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>730 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, header on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none named, kept as custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoneSection</name>
    <message>
        <source>Rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the catalogue: %2 new prices, %3 with another amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed nothing: the catalogue held all of its prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and stored in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers, new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers, other amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers, unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers that a later sheet had set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machines described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out for errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price that this plan used before is another now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) of this plan are others now. The Catalogue page lists them and lets you keep or renew them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorStrip</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this explanation while the selection moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the number is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs of the formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jump to input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a number to see how it was computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P10 %1 · P50 %2 · P90 %3 · %4 paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least: a cost part is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Made of %n figures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sum of %n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Assumed; you can change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>read %1, %n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No source: what is marked assumed is listed in the report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureInputsModel</name>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureTreeModel</name>
    <message>
        <source>%1: %2, assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDrops</name>
    <message>
        <source>a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an ONNX model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a request trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a load test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One plan is open at a time: %1 was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no catalogue that prices could be imported into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2. The open plan has no place for it yet; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be taken (%2): %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is none of the files that are known here: a plan, a model configuration (config.json, GGUF, safetensors, ONNX), a price sheet, a request trace, a load test or a log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesSection</name>
    <message>
        <source>Files of one price sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the provider publishes them; gzip and zip are unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS offer files and savings plans, Azure retail pages and price sheets, Google Cloud SKUs and console exports, FOCUS bills, SkyPilot, gpuhunt, Vantage, Oracle, OVHcloud, Scaleway, Linode, Vultr, DigitalOcean and Hetzner lists, OpenCost, and any CSV through a mapping. Drop files or a folder here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadSection</name>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the first %n rows below the header</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the formulas need and no source settles. Each has a range and can be changed in the plan; the report lists those that were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown unless set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help - Wherewithal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the topic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportParts</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped by rule, first in this line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Add price sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of price sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import price sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import price sheet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commit %1 offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 offers so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>this is no price sheet that the program knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no price sheet but: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row of the file gives a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see the mapping: which column holds the price, and how are numbers written?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another format if the detected one is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>all %n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row left out for errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows in %2; nothing is stored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see the issues below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. It can be chosen for other files now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterTag</name>
    <message>
        <source>Option %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitDelegate</name>
    <message>
        <source>below 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachinesChart</name>
    <message>
        <source>Machines by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of machines is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Wherewithal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (edited) - Wherewithal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Wherewithal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New from template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (draft of %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a field, option or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this &amp;page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compute again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import price sheet...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Wherewithal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wherewithal %1: where a model should run, and with all of what means. Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name and notes...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;with another plan...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help on this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingSection</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region, if no column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a saved mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which column of the file is what; the rest is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what its columns mean is known, so there is nothing to map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column names the machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureField</name>
    <message>
        <source>%1, %2. A range may be written 5 to 10, 100 +- 10 % or P10 3, P90 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is needed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ %1.%2 Still using %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 → %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P10 %1 · P50 %2 · P90 %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthlyChart</name>
    <message>
        <source>Cost by month, by ledger line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Close this note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionPicker</name>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsModel</name>
    <message numerus="yes">
        <source>Undecided (%n): an answer is missing. Ask the vendor or enter what you know.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Excluded (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no reason is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, excluded: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · raisable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s, ≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thousand requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95 latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where options come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries and candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with at least %1 of accelerator memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with at least %1 vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with at least %1 of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any machine %1; the cheapest %2 of each provider, %3 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a candidate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Computing the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan cannot be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan cannot be computed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Name and notes of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the plan %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes of the plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*);;Plans (*.wherewithal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save plan as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans (*.wherewithal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edits of %1 were restored: they had not been saved under a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edits were discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· not saved under a name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· edited, saved as draft %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer there. The plan in this window is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by another program. Your edits are still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewSection</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows as they will be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored, no machine&apos;s price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 amounts, one offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>all %n offers as they will be stored; upfront parts spread over the term</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n offers as they will be stored; upfront parts spread over the term</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open issues</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Workload and demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledgers of the options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stability of the rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions to the vendors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report needs a plan with a workload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The decision record has %n pages.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Same plan, same catalogue, same seed: same text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequirementsPage</name>
    <message>
        <source>Add requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a must-have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open because of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly suffices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is required: every option that runs is ranked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what must hold: a region, a certificate, a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requirement %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove requirement %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScalingPage</name>
    <message>
        <source>No limits yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan needs a workload before limits can be dated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ hard  ▲ can be raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now and at the horizon; the line is 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 of 10 paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now, %2 at the horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base case, at the peak of each month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScatterChart</name>
    <message>
        <source>Score of the options against their cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score, 0–100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoresPage</name>
    <message>
        <source>Nothing to score yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan needs a workload before its options have scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the sum, 0 to 100 %; marks: where first place changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of %1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights to their defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1, to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1, to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 100, unknown hatched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking by scores alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores alone, without cost; the Compare page ranks by both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence by question and option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered this yet: ask the vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sourced facts; ✓ yes ◑ partly ✕ no – not applicable ? unknown ≠ conflict</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled &amp;paths of new plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled paths of new plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More paths make the ranges steadier and take longer. 0: the base case alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nothing moves by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Two plans side by side - Wherewithal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of both plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two plans side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the other plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this plan before its edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two currencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P95 latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No option costs or answers differently in %1 than in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n options differ in cost or latency: %1 against %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartExample</name>
    <message>
        <source>Open the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example, already computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative cost of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example is a copy. Change anything in it; undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example is being computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, base case; P10–P90 bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, base case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s, P95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no option is feasible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost of %1, the cheapest, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 meets its limit: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit is met within the horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of weightings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1 first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example cannot be computed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should it run, and with what?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe one workload. Every option answers with throughput, first limit, cost over the years and scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a plan from a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan, model configuration, price sheet, request trace, load test or log sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file of any of these kinds (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import price sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a provider&apos;s file of prices into the catalogue (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finds any field, option or command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explains the selected number down to its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any field takes a range: &lt;b&gt;5 to 10&lt;/b&gt;, &lt;b&gt;100 +- 10 %&lt;/b&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan was opened yet. The examples are under File.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft, not saved under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartRow</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compute yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>~ Recomputing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date, recomputed in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, sampling paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue of %1 prices, to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue with prices to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works offline, nothing is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n older than %1 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n options</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, net of VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed %1, %2 paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps of the import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 load-test points, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model, its requests and its latency objectives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores or classes from one model call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A volume of items before a deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens on a cluster, spot or reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only load-test points are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, growing by %3 a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 million items a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 billion tokens a run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekMap</name>
    <message>
        <source>Arrivals by hour of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busiest at %1 %2:00, on average %3 of that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2:00: %3 of the peak</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkloadForm</name>
    <message>
        <source>Input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on a vCPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkloadPage</name>
    <message>
        <source>No workload yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a plan or an example that describes what is to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges may be written 5 to 10, 100 +- 10 % or P10 3, P90 9. An empty objective is not asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit on each option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights, KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s, P95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sustained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens of cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 options can run it; capacity is what one replica sustains within the objectives</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Where to run a model workload, what it sustains, what it costs, how far it can be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this example: assistant, batch, classifier, fine-tuning, service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text, 1 to 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan to open; without one, the start page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wherewithal::app::DetectedSection</name>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wherewithal::app::MappingSection</name>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spot price per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upfront amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is spot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of accelerators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of one, GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description of devices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
