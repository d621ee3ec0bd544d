"""The certificate that signs pictures: the operator's, or one the kiosk made itself."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.errors import MarkError
from kiosk.privacy.marks.secret_file import write_secret

FILE_NAME: Final = "signing.pem"
YEARS: Final = 10
RENEWED_DAYS: Final = 60
"""So many days before its end an own certificate is replaced."""
LARGEST_BYTES: Final = 200_000
_LEAST_RSA_BITS: Final = 2048
_CURVES: Final = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
_PEM: Final = serialization.Encoding.PEM

_Key = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What a picture is signed with.

    Attributes:
        algorithm: As C2PA names it, such as ``es256``.
        chain_pem: The certificate, followed by those that vouch for it.
        key_pem: The private key, never shown.
        own: Whether the kiosk made it, so that nobody vouches for it.
        until: When it ends.
    """

    algorithm: str
    chain_pem: bytes
    key_pem: bytes
    own: bool
    until: datetime

    def __repr__(self) -> str:
        """Show nothing of the key."""
        return f"SigningKey({self.algorithm}, own={self.own})"


def read_signing_key(certificate: Path, key: Path, now: datetime) -> SigningKey:
    """Read the operator's certificate and key.

    Args:
        certificate: A PEM file, the signer's certificate first.
        key: A PEM file without a password.
        now: The time, in UTC.

    Raises:
        MarkError: If one is missing, expired, wrong, or they do not belong together.
    """
    return _checked(_content(certificate), _content(key), now, certificate, key)


def own_signing_key(folder: Path, now: datetime) -> SigningKey:
    """The kiosk's own certificate; made where there is none, or it ends soon.

    It is a file that only this user may read. A damaged one is replaced: whoever has an
    older picture needs nothing of it.

    Args:
        folder: Where it is kept; made if missing.
        now: The time, in UTC.

    Raises:
        MarkError: If it can neither be read nor written.
    """
    path = folder / FILE_NAME
    try:
        content = _content(path)
        found = _checked(content, content, now, path, path, own=True)
        if found.until - now > timedelta(days=RENEWED_DAYS):
            return found
    except MarkError:
        pass  # made anew below, and that tells if the folder is the matter
    content = _made(now)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_secret(path, content)
    except OSError as error:
        raise MarkError(
            "The certificate for marking pictures cannot be kept: "
            f"{error.strerror or 'the disk refuses'}. Check the kiosk's data folder."
        ) from error
    return _checked(content, content, now, path, path, own=True)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "the disk refuses"
        raise MarkError(
            f"The file {path.name} for signing pictures cannot be read: {reason}. "
            "Check marks.certificate and marks.key in the settings."
        ) from error
    if len(content) > LARGEST_BYTES:
        raise MarkError(f"The file {path.name} is too big to be a certificate or key.")
    return content


def _checked(
    chain_pem: bytes,
    key_pem: bytes,
    now: datetime,
    chain_path: Path,
    key_path: Path,
    *,
    own: bool = False,
) -> SigningKey:
    chain, key = _certificates(chain_pem, chain_path), _key(key_pem, key_path)
    leaf = chain[0]
    if leaf.public_key() != key.public_key():
        raise MarkError(
            f"The key in {key_path.name} does not belong to the first certificate in "
            f"{chain_path.name}. Put the signer's own certificate first."
        )
    if now >= leaf.not_valid_after_utc:
        raise MarkError(
            f"The certificate in {chain_path.name} has expired. Ask for a new one."
        )
    if now < leaf.not_valid_before_utc:
        raise MarkError(
            f"The certificate in {chain_path.name} is not valid yet. Check the "
            "computer's clock."
        )
    return SigningKey(
        algorithm=_algorithm(key, key_path),
        chain_pem=b"".join(one.public_bytes(_PEM) for one in chain),
        key_pem=key.private_bytes(
            _PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
        own=own,
        until=leaf.not_valid_after_utc,
    )


def _certificates(pem: bytes, path: Path) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(pem)
    except ValueError as error:
        raise MarkError(
            f"There is no certificate in {path.name}. It must be a PEM file."
        ) from error


def _key(pem: bytes, path: Path) -> _Key:
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except TypeError as error:  # which is how a password is asked for
        raise MarkError(
            f"The key in {path.name} has a password. Save it without one, in a file "
            "that only the kiosk may read."
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise MarkError(
            f"There is no private key in {path.name}. It must be a PEM file."
        ) from error
    if isinstance(key, _Key):
        return key
    raise MarkError(f"The kind of key in {path.name} cannot sign pictures. {_KINDS}")


_KINDS: Final = "Use an EC key (P-256), Ed25519 or RSA of at least 2048 bits."


def _algorithm(key: _Key, path: Path) -> str:
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return "ed25519"
    if isinstance(key, rsa.RSAPrivateKey):
        if key.key_size >= _LEAST_RSA_BITS:
            return "ps256"
    elif key.curve.name in _CURVES:
        return _CURVES[key.curve.name]
    raise MarkError(f"The kind of key in {path.name} cannot sign pictures. {_KINDS}")


def _made(now: datetime) -> bytes:
    """A key, its certificate and the one that issued it, in one PEM file.

    The issuer's key is dropped at once. Dates are whole years, so that they do not tell
    when the kiosk was set up.
    """
    issuer_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    issuer = _name("Kiosk's own issuer")
    root = _begun(issuer, issuer, issuer_key, now)
    root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
    root = root.add_extension(_usage(issues=True), True)
    leaf = _begun(_name("Kiosk, self-made certificate"), issuer, key, now)
    leaf = leaf.add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
    leaf = leaf.add_extension(_usage(issues=False), True)
    signs = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
    leaf = leaf.add_extension(signs, False)
    vouched = x509.AuthorityKeyIdentifier.from_issuer_public_key(
        issuer_key.public_key()
    )
    leaf = leaf.add_extension(vouched, False)
    signed = [one.sign(issuer_key, hashes.SHA256()) for one in (leaf, root)]
    return key.private_bytes(
        _PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + b"".join(one.public_bytes(_PEM) for one in signed)


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> x509.CertificateBuilder:
    start = datetime(now.year - 1, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer)
    builder = builder.public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(start)
    builder = builder.not_valid_after(datetime(now.year + YEARS, 1, 1, tzinfo=UTC))
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return builder.add_extension(identifier, False)


def _usage(*, issues: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not issues,
        key_cert_sign=issues,
        crl_sign=issues,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Vernissage"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )
