// SPDX-License-Identifier: GPL-3.0-or-later
// The same questions to DuckDB over a synthetic EC2 offer CSV: one line of JSON per answer.
// duckdb_import.mjs FOLDER_WITH_NODE_MODULES CSV DATABASE (see import_bars.py)
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , modules, csv, database] = process.argv;
const require = createRequire(pathToFileURL(path.join(path.resolve(modules), 'package.json')));
const { DuckDBInstance } = require('@duckdb/node-api');

const source = `read_csv('${csv}', skip=5, header=true, all_varchar=true, quote='"', delim=',')`;
const wanted = `"Product Family" IN ('Compute Instance', 'Compute Instance (bare metal)')`;
// What an offer of the catalogue is made from; every system, tenancy, capacity status and term is kept.
const columns = ['SKU', 'OfferTermCode', 'RateCode', 'TermType', 'EffectiveDate', 'StartingRange', 'EndingRange', 'Unit',
  'PricePerUnit', 'Currency', 'LeaseContractLength', 'PurchaseOption', 'OfferingClass', 'Instance Type', 'vCPU', 'Memory',
  'Tenancy', 'Operating System', 'License Model', 'usageType', 'operation', 'CapacityStatus', 'Pre Installed S/W',
  'Region Code'].map((name) => `"${name}"`).join(', ');

async function open(where) {
  const instance = await DuckDBInstance.create(where, { threads: '2' });
  return instance.connect();
}

async function timed(connection, what, sql) {
  const processor = process.cpuUsage();
  const begin = performance.now();
  const rows = await (await connection.run(sql)).getRows();
  const wall = (performance.now() - begin) / 1000;
  const used = process.cpuUsage(processor);
  console.log(JSON.stringify({ what, wall_s: wall, processor_s: (used.user + used.system) / 1e6,
    rows: Number(rows[0]?.[0] ?? 0), peak_rss_mb: process.resourceUsage().maxRSS / 1000 }));
}

for (const file of [database, `${database}.wal`]) {
  fs.rmSync(file, { force: true });
}
const memory = await open(':memory:');
const version = (await (await memory.run('SELECT version()')).getRows())[0][0];
console.log(JSON.stringify({ version }));
await timed(memory, 'filter', `SELECT count(*), sum(CAST("PricePerUnit" AS DOUBLE)) FROM ${source} WHERE ${wanted}`);
await timed(memory, 'table in memory', `CREATE TABLE t AS SELECT ${columns} FROM ${source} WHERE ${wanted}`);
const disk = await open(database);
await timed(disk, 'table on disk', `CREATE TABLE t AS SELECT ${columns} FROM ${source} WHERE ${wanted}`);
for (const file of [database, `${database}.wal`]) {
  fs.rmSync(file, { force: true });
}
