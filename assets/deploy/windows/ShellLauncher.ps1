<#
.SYNOPSIS
    Makes Vernissage the shell of a user of its own: no desktop, no Start menu, no
    taskbar. Windows starts it after switching on and starts it again whenever it ends.

.DESCRIPTION
    For Windows 10 and 11 Enterprise, Education and IoT Enterprise, which have Shell
    Launcher. On Pro use AssignedAccess.xml instead.

    Before: run the installer. This file then lies in
        C:\Program Files\Vernissage\deploy\windows

    Without the installer: put the project into C:\Vernissage and, as administrator, run
        C:\Vernissage\start.cmd doctor
    which installs C:\Vernissage\.venv. Install Python for all users (C:\Program Files).

    Run this in PowerShell as administrator, then restart the computer:
        powershell -ExecutionPolicy Bypass -File ShellLauncher.ps1
    Undo everything:
        powershell -ExecutionPolicy Bypass -File ShellLauncher.ps1 -Undo

    Staff leave the kiosk's user by Ctrl+Alt+Del and "Sign out", then sign in as
    administrator; hold Shift meanwhile, or Windows signs the kiosk's user in again.

.PARAMETER Folder
    Where kiosk.exe is, or the project.

.PARAMETER User
    The local user that is made for the kiosk. It has no password and no rights.

.PARAMETER Undo
    Take everything back.
#>
#Requires -RunAsAdministrator
param(
    [string]$Folder = '',
    [string]$User = 'vernissage',
    [switch]$Undo
)
$ErrorActionPreference = 'Stop'

$RestartShell = 0
$DoNothing = 3
$Winlogon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
$EdgeUi = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI'
$Reporting = 'HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting'

function Get-ShellLauncher {
    [wmiclass]'\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
}

function Get-Sid([string]$Name) {
    $account = New-Object System.Security.Principal.NTAccount($Name)
    $account.Translate([System.Security.Principal.SecurityIdentifier]).Value
}

function Remove-CustomShell($Launcher, [string]$Sid) {
    try { $null = $Launcher.RemoveCustomShell($Sid) } catch { Write-Verbose 'none was set' }
}

if ($Undo) {
    $launcher = Get-ShellLauncher
    Remove-CustomShell $launcher (Get-Sid $User)
    $null = $launcher.SetEnabled($false)
    Set-ItemProperty $Winlogon -Name AutoAdminLogon -Value '0'
    Remove-ItemProperty $Winlogon -Name DefaultPassword -ErrorAction SilentlyContinue
    Remove-ItemProperty $EdgeUi -Name AllowEdgeSwipe -ErrorAction SilentlyContinue
    Remove-ItemProperty $Reporting -Name Disabled -ErrorAction SilentlyContinue
    Remove-LocalUser $User
    Write-Output 'Taken back. Power settings stay as they are; restart the computer.'
    return
}

if (-not $Folder) {
    $Folder = 'C:\Vernissage'
    $beside = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '..\..'))
    if (Test-Path (Join-Path $beside 'kiosk.exe')) { $Folder = $beside }
}
$program = Join-Path $Folder 'kiosk.exe'
if (Test-Path $program) {
    $command = '"{0}" run' -f $program
} else {
    $python = Join-Path $Folder '.venv\Scripts\pythonw.exe'
    $script = Join-Path $Folder 'assets\deploy\windows\vernissage.pyw'
    foreach ($path in $python, $script) {
        if (-not (Test-Path $path)) {
            throw "$path is not there. Run $Folder\start.cmd doctor first, or give -Folder."
        }
    }
    $command = '"{0}" "{1}" run' -f $python, $script
}

# 1. Shell Launcher itself.
$feature = Enable-WindowsOptionalFeature -Online -NoRestart -All `
    -FeatureName Client-EmbeddedShellLauncher
if ($feature.RestartNeeded) {
    Write-Output 'Restart the computer, then run this once more.'
    return
}

# 2. A user without rights, signed in by itself.
if (-not (Get-LocalUser -Name $User -ErrorAction SilentlyContinue)) {
    $null = New-LocalUser -Name $User -NoPassword -Description 'Museum kiosk'
    Set-LocalUser -Name $User -PasswordNeverExpires $true
    $users = Get-LocalGroup -SID 'S-1-5-32-545' # "Users", whatever it is called here
    Add-LocalGroupMember -Group $users -Member $User
}
Set-ItemProperty $Winlogon -Name AutoAdminLogon -Value '1'
Set-ItemProperty $Winlogon -Name DefaultUserName -Value $User
Set-ItemProperty $Winlogon -Name DefaultDomainName -Value '.'
Set-ItemProperty $Winlogon -Name DefaultPassword -Value ''

# 3. The kiosk as that user's shell; everybody else keeps the desktop.
$launcher = Get-ShellLauncher
$sid = Get-Sid $User
$null = $launcher.SetDefaultShell('explorer.exe', $DoNothing)
Remove-CustomShell $launcher $sid
$null = $launcher.SetCustomShell($sid, $command, ($null), ($null), $RestartShell)
$null = $launcher.SetEnabled($true)

# 4. No swiping in from the edges of a touch screen.
if (-not (Test-Path $EdgeUi)) { $null = New-Item $EdgeUi -Force }
Set-ItemProperty $EdgeUi -Name AllowEdgeSwipe -Value 0 -Type DWord

# 5. No copy of the memory, which holds faces, on the disk when a program fails.
Set-ItemProperty $Reporting -Name Disabled -Value 1 -Type DWord

# 6. Screen and computer stay on.
foreach ($what in 'monitor-timeout-ac', 'standby-timeout-ac', 'hibernate-timeout-ac') {
    powercfg.exe /change $what 0
}

Write-Output 'Done. Restart the computer; the kiosk comes up by itself.'
