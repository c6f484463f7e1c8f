import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(  # the same cases in each run: what a change breaks is told by the change that breaks it
    "default", deadline=None, max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(  # others in each run
    "long", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--reset-cases", action="store_true", help="rewrite what the cases print")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and gold readings that stands beside the checkout."""
    folder = Path(os.environ.get("CONFORMED_SHARED", ROOT.parent / "shared"))
    if not (folder / "corpus").is_dir():
        if os.environ.get("CONFORMED_REQUIRE_SHARED") == "1":
            pytest.fail(f"{folder} does not hold the real documents, and CONFORMED_REQUIRE_SHARED is set")
        pytest.skip("the real documents are not beside the checkout (CONFORMED_SHARED names their folder)")
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example matters that the project ships."""
    return ROOT / "examples"
