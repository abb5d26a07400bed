// Stands in for DuckDB's command line, which npm does not have: node duckdb.mjs FILE.sql [NAME=VALUE]...
// runs the statements of FILE.sql with every ${NAME} replaced.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.DUCKDB_MODULES ?? process.cwd()}/`);
const { DuckDBInstance } = require("@duckdb/node-api");

const [file, ...settings] = process.argv.slice(2);
let sql = readFileSync(file, "utf8");
for (const setting of settings) {
  const at = setting.indexOf("=");
  sql = sql.replaceAll("${" + setting.slice(0, at) + "}", setting.slice(at + 1));
}
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(sql);
