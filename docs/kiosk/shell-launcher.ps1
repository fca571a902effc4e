# Makes hcmd-kiosk the shell of one Windows account: no desktop, no task bar, no Start menu.
#
# Run as administrator on the station, in Windows Enterprise, Education or IoT Enterprise:
#   .\shell-launcher.ps1 -Account "LAB07\participant" -Kiosk "C:\HCMD\hcmd-kiosk\hcmd-kiosk.exe" `
#       -Server "192.168.1.10:8765" -Station "7"
# and to undo it:
#   .\shell-launcher.ps1 -Account "LAB07\participant" -Remove

param(
    [Parameter(Mandatory = $true)][string]$Account,
    [string]$Kiosk = "C:\HCMD\hcmd-kiosk\hcmd-kiosk.exe",
    [string]$Server,
    [string]$Station,
    [switch]$Remove
)

$ErrorActionPreference = "Stop"
$feature = "Client-EmbeddedShellLauncher"
if ((Get-WindowsOptionalFeature -Online -FeatureName $feature).State -ne "Enabled") {
    Enable-WindowsOptionalFeature -Online -FeatureName $feature -All -NoRestart | Out-Null
    Write-Host "Shell Launcher has been switched on. Restart Windows and run this again."
    exit
}

$user = New-Object System.Security.Principal.NTAccount($Account)
$sid = $user.Translate([System.Security.Principal.SecurityIdentifier]).Value
$launcher = [wmiclass]"\\localhost\root\standardcimv2\embedded:WESL_UserSetting"

if ($Remove) {
    $launcher.RemoveCustomShell($sid) | Out-Null
    Write-Host "$Account has the usual desktop again."
    exit
}

if (-not (Test-Path $Kiosk)) { throw "There is no kiosk at $Kiosk." }
if (-not $Server -or -not $Station) { throw "Name the lab computer (-Server) and the -Station." }

# 0: start it again when it ends. Everyone else keeps the desktop.
$restart = 0
$launcher.SetDefaultShell("explorer.exe", $restart) | Out-Null
$launcher.RemoveCustomShell($sid) | Out-Null
$command = "`"$Kiosk`" --server $Server --station $Station"
$launcher.SetCustomShell($sid, $command, $null, $null, $restart) | Out-Null
$launcher.SetEnabled($true) | Out-Null
Write-Host "$Account now signs in to station $Station and to nothing else."
