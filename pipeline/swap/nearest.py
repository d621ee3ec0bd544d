"""Opens networks as near as possible to where and how an operator wants them to run."""

from collections.abc import Sequence

from pipeline.devices import PROCESSOR, Device
from pipeline.errors import ModelError, ModelMissingError
from pipeline.runtime import setback
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.networks import Answer, FaceNetworks
from pipeline.swap.opening import open_networks
from pipeline.trouble import Setbacks


def open_nearest(
    files: NetworkFiles,
    devices: Sequence[Device],
    right: Answer | None,
    setbacks: Setbacks,
) -> FaceNetworks:
    """Open networks on the first device on which they compute.

    On each, a swapper with 16 bits that fails makes room for one with 32, if there is
    one: 16 bits overflow on some accelerators.

    Args:
        files: Where they are.
        devices: What they may run on, the best first; at least one.
        right: What they answer on the processor, where that is known.
        setbacks: Told what does not run as it was wanted.

    Raises:
        ModelMissingError: If the folder or the file is not there.
        ModelError: If they compute nowhere.
    """
    faults: list[str] = []
    reasons: dict[Device, ModelError] = {}
    for device in dict.fromkeys(devices):
        for variant in files.variants():
            exact = variant.swapper != files.swapper
            try:
                networks = open_networks(variant, device, None if exact else right)
            except ModelMissingError:
                raise
            except ModelError as error:
                reasons.setdefault(device, error)
            else:
                if exact:
                    faults.append(
                        f"{reasons[device]} The swapper with 32 bits stands in on "
                        f"{device}, which is slower."
                    )
                for fault in faults:
                    setbacks.note(fault)
                return networks
        fault = setback(device, "does not run the networks")
        faults.append(f"{reasons[device]} {fault}")
    raise reasons.get(PROCESSOR) or next(iter(reasons.values()))
