"""Certificates as an operator might bring them, right and wrong."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime.now(UTC)  # C2PA holds certificates to the real time
_PEM = serialization.Encoding.PEM


def name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Town museum"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def key_pem(key, password: bytes | None = None) -> bytes:
    lock = (
        serialization.BestAvailableEncryption(password)
        if password
        else serialization.NoEncryption()
    )
    return key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, lock)


def chain_and_key(
    kind: str = "p256", days: tuple[int, int] = (-10, 300)
) -> tuple[bytes, bytes]:
    """A chain of two and the first one's key, valid between days from now."""
    issuer_key = ec.generate_private_key(ec.SECP256R1())
    key = {
        "p256": lambda: ec.generate_private_key(ec.SECP256R1()),
        "p384": lambda: ec.generate_private_key(ec.SECP384R1()),
        "k1": lambda: ec.generate_private_key(ec.SECP256K1()),
        "ed25519": ed25519.Ed25519PrivateKey.generate,
        "rsa": lambda: rsa.generate_private_key(65537, 2048),
        "rsa1024": lambda: rsa.generate_private_key(65537, 1024),  # noqa: S505 (meant)
    }[kind]()
    chain = b""
    for subject, of, ca in (("Kiosk", key, False), ("Issuer", issuer_key, True)):
        builder = x509.CertificateBuilder(name("Issuer"), name(subject))
        builder = builder.public_key(of.public_key())
        builder = builder.serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(NOW + timedelta(days=days[0]))
        builder = builder.not_valid_after(NOW + timedelta(days=days[1]))
        length = 0 if ca else None
        builder = builder.add_extension(x509.BasicConstraints(ca, length), True)
        usage = x509.KeyUsage(not ca, False, False, False, False, ca, ca, False, False)
        builder = builder.add_extension(usage, True)
        if not ca:
            mail = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
            builder = builder.add_extension(mail, False)
        ski = x509.SubjectKeyIdentifier.from_public_key(of.public_key())
        builder = builder.add_extension(ski, False)
        aki = x509.AuthorityKeyIdentifier.from_issuer_public_key(
            issuer_key.public_key()
        )
        builder = builder.add_extension(aki, False)
        chain += builder.sign(issuer_key, hashes.SHA256()).public_bytes(_PEM)
    return chain, key_pem(key)
