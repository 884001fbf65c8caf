"""SM2 with SM3 and the user id 1234567812345678 (GB/T 32918), for gates of that suite: python3-cryptography has none."""
import hashlib

SM2_P, SM2_N = 2**256 - 2**224 - 2**96 + 2**64 - 1, 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
SM2_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
SM2_G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7, 0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)

def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % SM2_P == 0:
        return None
    top, low = (3 * a[0] ** 2 - 3, 2 * a[1]) if a == b else (b[1] - a[1], b[0] - a[0])
    slope = top * pow(low, -1, SM2_P)
    x = (slope * slope - a[0] - b[0]) % SM2_P
    return x, (slope * (a[0] - x) - a[1]) % SM2_P

def times(k, point):
    total = None
    while k:
        total, point, k = (add(total, point) if k & 1 else total), add(point, point), k >> 1
    return total

def verify(x, y, signed, signature):
    r, s = (int.from_bytes(signature[i:i + 32], "big") for i in (0, 32))
    point = int.from_bytes(x, "big"), int.from_bytes(y, "big")
    constants = (SM2_P - 3, SM2_B, *SM2_G, *point)
    za = hashlib.new("sm3", b"\x00\x80" + b"1234567812345678" + b"".join(n.to_bytes(32, "big") for n in constants)).digest()
    e = int.from_bytes(hashlib.new("sm3", za + signed).digest(), "big")
    if not (0 < r < SM2_N and 0 < s < SM2_N and (r + s) % SM2_N):
        return False
    return (e + add(times(s, SM2_G), times((r + s) % SM2_N, point))[0]) % SM2_N == r
