# mypy: ignore-errors
"""Opens files in LibreOffice and saves their text: run by the Python that has `uno`, with a profile and the jobs on its input.

A job is a file, the text to write, and what is done before (AcceptAllTrackedChanges, RejectAllTrackedChanges, or nothing).  A file that
would have to be repaired is not opened, and the program ends with an error.
"""

import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def told(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connected(pipe):
    """The program, as soon as it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer.")


def main():
    asked = json.load(sys.stdin)
    pipe = f"conformed{time.time_ns()}"
    started = ["soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;", f"-env:UserInstallation=file://{asked['profile']}"]
    office = subprocess.Popen(started, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connected(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for source, target, command in asked["jobs"]:
            opened = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, told(Hidden=True, RepairPackage=False))
            if opened is None:
                sys.exit(f"{source} cannot be opened.")
            if command:
                dispatcher.executeDispatch(opened.getCurrentController().getFrame(), f".uno:{command}", "", 0, ())
            opened.storeToURL(f"file://{target}", told(FilterName="Text (encoded)", FilterOptions="UTF8,LF"))
            opened.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        if office.poll() is None:
            office.terminate()


main()
