"""Reference verifier of the privilege code: Debian's python3-cbor2 and python3-cryptography, nothing of the service's own code.
check_vectors.py runs it against vectors.json; a gate would add its own reader, storage and screen."""
import base64, hashlib, io, json
import cbor2, sm2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
FORMS, HEADERS = {"BD1:": "live", "BD2:": "credential", "BD3:": "paper"}, {"ES256": (-7, -9), "SM2": (-65537,)}
USE, VERIFY_UNTIL = -65537, -65540

class Refused(Exception):
    pass

def demand(holds, reason="format"):
    if not holds:
        raise Refused(reason)

def base45(text):
    demand(len(text) % 3 != 1 and all(c in ALPHABET for c in text))
    out = b""
    for i in range(0, len(text), 3):
        group = text[i:i + 3]
        value = sum(ALPHABET.index(c) * 45 ** n for n, c in enumerate(group))
        demand(value < 256 ** (len(group) - 1))
        out += value.to_bytes(len(group) - 1, "big")
    return out

def cbor(data):
    """Strict: what does not come out of a canonical encoder byte for byte is refused."""
    try:
        stream = io.BytesIO(data)
        value = cbor2.load(stream)
        demand(stream.tell() == len(data) and cbor2.dumps(value, canonical=True) == data)
        return value
    except (cbor2.CBORError, ValueError, TypeError, RecursionError, MemoryError, OverflowError):
        raise Refused("format")

def closed(value, keys):
    demand(isinstance(value, dict) and len(value) == len(keys) and set(value) == set(keys))
    return [value[key] for key in keys]

def cose(data, keys):
    parts = cbor(data)
    demand(isinstance(parts, (list, tuple)) and len(parts) == 4)
    protected, unprotected, payload, signature = parts
    demand(unprotected == {} and all(isinstance(part, bytes) for part in (protected, payload, signature)))
    demand(len(signature) == 64)
    header = closed(cbor(protected), keys)
    demand(type(header[0]) is int)
    return header, payload, cbor2.dumps(["Signature1", protected, b"", payload]), signature

def es256(public, signed, signature):
    r, s = (int.from_bytes(signature[i:i + 32], "big") for i in (0, 32))
    try:
        public.verify(utils.encode_dss_signature(r, s), signed, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        raise Refused("signature")

def check(key, signed, signature):
    if key["alg"] == "SM2":
        return demand(sm2.verify(key[-2], key[-3], signed, signature), "signature")
    x, y = (int.from_bytes(key[c], "big") for c in (-2, -3))
    es256(ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key(), signed, signature)

def b64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

def signed_set(text, key_of):
    (alg, kid), payload, signed, signature = cose(b64(text), [1, 4])
    check(key_of(kid, alg), signed, signature)
    return closed(cbor(payload), [1, 2, 3])

def find(keys, kid, use, alg, now):
    key = keys.get(kid)
    demand(key and key[USE] == use and alg in HEADERS[key["alg"]] and now < key[VERIFY_UNTIL], "key")
    return key

def key_set(text, root):
    known = {bytes.fromhex(root["kid"]): {"alg": "ES256", USE: "root", VERIFY_UNTIL: 1, -2: b64(root["x"]), -3: b64(root["y"])}}
    version, issued, keys = signed_set(text, lambda kid, alg: find(known, kid, "root", alg, 0))
    names = {(-7, 1): "ES256", (-65537, -65537): "SM2"}
    return version, issued, {key[2]: {**key, "alg": names[key[3], key[-1]]} for key in keys}

def revocations(text, keys, now):
    version, issued, ids = signed_set(text, lambda kid, alg: find(keys, kid, "list", alg, now))
    return version, issued, {ids[i:i + 8] for i in range(0, len(ids), 8)}

def verify(text, now, gate, keys, revoked, spent, uses):
    """Steps 0 to 9. Raises Refused with the reason word, or answers (result, reason)."""
    demand(gate["ntpAgeSeconds"] < 86400, "clock")
    stale = gate["keySetAgeSeconds"] >= 259200
    demand(gate["keySetAgeSeconds"] < 604800 and (not stale or gate["staffed"]), "stale")
    text = text.rstrip("\r\n")
    demand(len(text) <= 400 and text[:4] in FORMS)
    form, outer, iat = FORMS[text[:4]], None, None
    data = base45(text[4:])
    if form == "credential":
        outer = cose(data, [1, 13])
        (iat,), data = closed(cbor(outer[1]), [6]), outer[0][1]
        demand(isinstance(data, bytes))
    (alg, kid), payload, signed, signature = cose(data, [1, 4])
    exp, cti, scope, *cnf = closed(cbor(payload), [4, 7, 9] + ([8] if outer else []))
    demand(isinstance(kid, bytes) and len(kid) == 2 and isinstance(cti, bytes) and len(cti) == 8)
    demand(isinstance(scope, bytes) and len(scope) == 1 and scope[0] < 16 and (scope[0] & 8 != 0) == (form == "paper"))
    demand(all(type(time) is int and 0xFFFF < time < 2**32 for time in ([exp, iat] if outer else [exp])))
    if outer:
        kty, crv, x, odd = closed(closed(cnf[0], [1])[0], [1, -1, -2, -3])
        demand((kty, crv) == (2, 1) and isinstance(x, bytes) and len(x) == 32 and isinstance(odd, bool))
    key = find(keys, kid, form, alg, now)
    demand(not outer or outer[0][0] in HEADERS["ES256"], "key")
    check(key, signed, signature)
    if outer:
        try:
            phone = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes([3 if odd else 2]) + x)
        except ValueError:
            raise Refused("signature")
        es256(phone, outer[2], outer[3])
    start, early, end = (iat, 15, iat + 45) if outer else (exp - 60, 10, exp + 10)
    if form == "paper":
        demand(now < exp, "expired")
    else:
        demand(now >= start - early and (not outer or exp - 86400 <= iat), "early")
        demand(now < end and (not outer or iat < exp), "expired")
    demand(scope[0] & gate["scope"] & 7 and (form != "paper" or gate["staffed"]), "scope")
    demand(cti not in revoked, "revoked")
    forgot = gate["replaySetAgeSeconds"]
    demand(form == "paper" or forgot is None or forgot >= (60 if outer else 80), "starting")
    replay = cti + (iat // 15).to_bytes(4, "big") if outer else cti
    demand(form == "paper" or replay not in spent, "replay")
    spent.add(replay)
    doubt = "interval" if form != "live" and now - uses.get(cti, -1e9) < 60 else "card" if form == "paper" else "stale" if stale else None
    demand(not doubt or gate["staffed"], doubt)
    uses[cti] = now
    return ("amber", doubt) if doubt else ("allow", None)

def receipt(entry, keys):
    head, body, signature = entry["jwt"].split(".")
    header, claims = json.loads(b64(head)), json.loads(b64(body))
    try:
        demand(header["alg"] == "ES256")
        key = find(keys, bytes.fromhex(header["kid"]), "receipt", -7, entry["now"])
        check(key, f"{head}.{body}".encode(), b64(signature))
        rkh = base64.urlsafe_b64encode(hashlib.sha256(bytes.fromhex(entry["replayKey"])).digest()).decode().rstrip("=")
        same = (claims["aud"], claims["rid"], claims["rkh"]) == (entry["gate"], entry["requestId"], rkh)
        return claims["res"] if same and entry["now"] < claims["exp"] else "refuse"
    except Refused:
        return "refuse"
