#!/usr/bin/env python3
"""check_vectors.py vectors.json: asks verify.py every code, update and receipt of the file and compares with what the file expects."""
import hashlib, hmac, json, sys
from verify import Refused, key_set, receipt, revocations, verify

def answer(*args):
    try:
        return verify(*args)
    except Refused as refusal:
        return "refuse", str(refusal)

def accepts(update, file):
    sets = {name: key_set(entry["cose"], file["root"]) for name, entry in file["keySets"].items()}
    try:
        if update["kind"] == "keySet":
            held, new = sets[update["held"]], key_set(update["offered"], file["root"])
            same = all(new[2][kid] == held[2][kid] for kid in new[2] if kid in held[2])
            return same and new[:2] >= held[:2] and new[1] >= held[1] and (new[0] > held[0] or set(new[2]) <= set(held[2]))
        keys, now = sets["keys-1"][2], file["codes"][0]["now"]
        held, new = (revocations(text, keys, now) for text in (file["revocations"][update["held"]]["cose"], update["offered"]))
        return new[0] >= held[0] and new[1] >= held[1]
    except Refused:
        return False

def main(path):
    with open(path, encoding="utf-8") as source:
        file = json.load(source)
    wrong, count = [], 0
    sets = {name: key_set(entry["cose"], file["root"])[2] for name, entry in file["keySets"].items()}
    def compare(name, got, expected):
        nonlocal count
        count += 1
        if got != expected:
            wrong.append(f"{name}: {got} instead of {expected}")
    for code in file["codes"]:
        keys, spent, uses = sets[code["keySet"]], set(), {}
        listed = revocations(file["revocations"][code["revocations"]]["cose"], sets["keys-1"], code["now"])[2]
        for scan in code["before"] + [code]:
            got = answer(scan["text"], scan["now"], code["gate"], keys, listed, spent, uses)
        compare(code["id"], got, (code["expect"]["result"], code["expect"].get("reason")))
    for update in file["updates"]:
        compare(update["id"], accepts(update, file), update["accept"])
    for entry in file["receipts"]:
        compare(entry["id"], receipt(entry, sets["keys-1"]), entry["expect"])
    for request in file["requests"]:
        lines = [request["method"], request["path"], request["machineId"], str(request["seconds"]), request["nonce"]]
        text = "\n".join(lines + [hashlib.sha256(request["body"].encode()).hexdigest()])
        compare(request["id"], hmac.new(request["secret"].encode(), text.encode(), "sha256").hexdigest(), request["headers"]["x-machine-signature"])
    print("\n".join(wrong + [f"{count - len(wrong)} passed, {len(wrong)} failed"]))
    return 1 if wrong else 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
