@echo off
rem Opens the kiosk, or runs another of its commands; start.cmd --help says more.
rem Finds a Python that is new enough and hands over to kiosk\launch.
setlocal
set "HERE=%~dp0."
set "OLD=import sys; sys.exit(sys.version_info < (3, 11))"
set "MAIN=import sys; sys.path.insert(0, sys.argv.pop(1)); from kiosk.launch.start import main; sys.exit(main(sys.argv[1:]))"

for %%V in (3.13 3.12 3.11 3.14) do (
    py -%%V -I -c "%OLD%" >nul 2>nul && (
        py -%%V -I -c "%MAIN%" "%HERE%" %*
        goto done
    )
)
python -I -c "%OLD%" >nul 2>nul && (
    python -I -c "%MAIN%" "%HERE%" %*
    goto done
)
echo Vernissage needs Python 3.11 or newer, and this computer has none. 1>&2
echo Get it from python.org/downloads or with: winget install Python.Python.3.13 1>&2
exit /b 1

:done
exit /b %ERRORLEVEL%
