"""Checks SARIF logs: check.py SCHEMA LOG..."""
import json
import re
import sys
import urllib.parse

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
validator = jsonschema.validators.validator_for(schema)(schema)
faults = []


def check(name, log):
    for error in validator.iter_errors(log):
        faults.append(f"{name}: {'/'.join(map(str, error.path))}: {error.message[:300]}")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        text = rule["help"]["text"]
        if not re.search("[ぁ-ん]", text) or not re.search("[A-Za-z]{3} [a-z]+ [a-z]+", text):
            faults.append(f"{name}: the help of {rule['id']} is not in both languages")
    for number, result in enumerate(run["results"]):
        place = result["locations"][0]["physicalLocation"]
        artifact = run["artifacts"][place["artifactLocation"]["index"]]
        if artifact["location"]["uri"] != place["artifactLocation"]["uri"]:
            faults.append(f"{name}: result {number} points at another artifact")
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            faults.append(f"{name}: result {number} points at another rule")
        region = place["region"]
        if region.get("byteOffset", 0) + region.get("byteLength", 0) > artifact["length"]:
            faults.append(f"{name}: result {number} lies behind the end of its file")
        logical = result["locations"][0].get("logicalLocations", [{}])[0]
        if logical.get("name") == "個人番号" and re.search("[0-9]{12}", result["message"]["text"]):
            faults.append(f"{name}: result {number} shows an 個人番号")
    found = sum(artifact["properties"]["errors"] + artifact["properties"]["warnings"] for artifact in run["artifacts"])
    told = any(each["descriptor"]["id"] == "left-out" for each in run["invocations"][0]["toolExecutionNotifications"])
    if (found > len(run["results"])) != told:
        faults.append(f"{name}: {found} findings, {len(run['results'])} results, and {told=}")
    return len(run["results"]), [urllib.parse.unquote(each["location"]["uri"]) for each in run["artifacts"]]


results = 0
names = []
for log_name in sys.argv[2:]:
    with open(log_name, encoding="utf-8") as file:
        count, files = check(log_name, json.load(file))
    results += count
    names += files
if results < 20:
    faults.append(f"only {results} results: the samples do not try enough")
if not any(name.endswith("/100% 台帳.csv") for name in names):
    faults.append("a file name with a blank, a percent sign and kanji does not come back from its URI")
print("\n".join(faults) or f"{len(sys.argv) - 2} logs, {results} results")
sys.exit(1 if faults else 0)
