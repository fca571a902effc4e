# Makes hcmd-kiosk the shell of one Windows account, and takes away what leads past it.
#
# Run as administrator on the station, in Windows Enterprise, Education or IoT Enterprise, after the
# account has signed in once (its settings lie in its own profile):
#   .\shell-launcher.ps1 -Account "LAB07\participant" -Kiosk "C:\HCMD\hcmd-kiosk\hcmd-kiosk.exe" `
#       -Server "192.168.1.10:8765" -Station "7"
# and to undo it, with every setting as it was before:
#   .\shell-launcher.ps1 -Account "LAB07\participant" -Remove
#
# What was there before is kept in $Before. docs/windows.md has a list to walk through on the spot.

param(
    [Parameter(Mandatory = $true)][string]$Account,
    [string]$Kiosk = "C:\HCMD\hcmd-kiosk\hcmd-kiosk.exe",
    [string]$Server,
    [string]$Station,
    [string]$Before = "$env:ProgramData\hcmd-kiosk\before.json",
    [switch]$Remove
)

$ErrorActionPreference = "Stop"

# Settings: where (User: the account's own, Machine: everyone's), key, name, kind, value, reason.
$settings = @(
    , @("User", "Software\Microsoft\Windows\CurrentVersion\Policies\System", "DisableTaskMgr", "DWord", 1, "Ctrl+Shift+Esc and Ctrl+Alt+Del open the Task Manager, which ends the kiosk")
    , @("User", "Software\Microsoft\Windows\CurrentVersion\Policies\System", "DisableLockWorkstation", "DWord", 1, "Win+L leads to the sign-in screen")
    , @("User", "Software\Microsoft\Windows\CurrentVersion\Policies\System", "DisableChangePassword", "DWord", 1, "Ctrl+Alt+Del offers to change the account's password")
    , @("User", "Software\Microsoft\Windows\CurrentVersion\Policies\Explorer", "NoLogoff", "DWord", 1, "Ctrl+Alt+Del offers to sign out")
    , @("User", "Software\Microsoft\Windows\CurrentVersion\Policies\Explorer", "NoWinKeys", "DWord", 1, "Windows key shortcuts: Win+R, Win+E, Win+U, Win+Tab and Win+Ctrl+D for virtual desktops")
    , @("User", "Control Panel\Accessibility\StickyKeys", "Flags", "String", "506", "Shift five times opens a dialog with a link to the Settings")
    , @("User", "Control Panel\Accessibility\ToggleKeys", "Flags", "String", "58", "Num Lock for five seconds does the same")
    , @("User", "Control Panel\Accessibility\Keyboard Response", "Flags", "String", "122", "right Shift for eight seconds does the same")
    , @("User", "Control Panel\Accessibility\HighContrast", "Flags", "String", "122", "left Alt+left Shift+Print does the same")
    , @("User", "Control Panel\Accessibility\MouseKeys", "Flags", "String", "58", "left Alt+left Shift+Num Lock does the same")
    , @("User", "Software\Microsoft\Narrator\NoRoam", "WinEnterLaunchEnabled", "DWord", 0, "Win+Ctrl+Enter starts the Narrator, whose window leads to the Settings")
    , @("User", "Control Panel\Keyboard", "PrintScreenKeyForSnippingEnabled", "DWord", 0, "Print opens the Snipping Tool, which can save and open files")
    , @("User", "Software\Microsoft\GameBar", "UseNexusForGameBarEnabled", "DWord", 0, "the guide button of a controller opens the Game Bar")
    , @("User", "Software\Policies\Microsoft\Windows\Explorer", "DisableNotificationCenter", "DWord", 1, "a notification can be pressed and opens its program")
    , @("Machine", "SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System", "HideFastUserSwitching", "DWord", 1, "Ctrl+Alt+Del offers to switch to another user")
    , @("Machine", "SOFTWARE\Policies\Microsoft\Windows\EdgeUI", "AllowEdgeSwipe", "DWord", 0, "a swipe from the edge of a touch screen opens panels of the system")
    , @("Machine", "SOFTWARE\Policies\Microsoft\Windows\GameDVR", "AllowGameDVR", "DWord", 0, "Win+G opens the Game Bar over the kiosk")
)

# For the Keyboard Filter, where this Windows has one. It holds for every account of the computer.
$blocked = @("Win+U", "Win+Tab", "Win+R", "Win+E", "Win+L", "Win+Shift+S", "Win+P", "Win+D", "Win+M", "Alt+Tab", "Alt+F4", "Ctrl+Esc", "Shift+Ctrl+Esc", "Windows")

function Open-Hive([string]$Sid) {
    # The settings of an account that is not signed in lie in a file of its profile.
    if (Test-Path "Registry::HKEY_USERS\$Sid") { return $false }
    $profileKey = "HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\$Sid"
    if (-not (Test-Path $profileKey)) { throw "$Account has no profile yet: sign in to it once, then run this again." }
    $folder = (Get-ItemProperty -Path $profileKey).ProfileImagePath
    & reg.exe load "HKU\$Sid" (Join-Path $folder "NTUSER.DAT") | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The settings of $Account cannot be opened." }
    return $true
}

function Close-Hive([string]$Sid) {
    [gc]::Collect()
    [gc]::WaitForPendingFinalizers()
    & reg.exe unload "HKU\$Sid" | Out-Null
}

function Get-Place([object[]]$Setting, [string]$Sid) {
    if ($Setting[0] -eq "User") { return "Registry::HKEY_USERS\$Sid\$($Setting[1])" }
    return "Registry::HKEY_LOCAL_MACHINE\$($Setting[1])"
}

function Get-Earlier([string]$Place, [string]$Name) {
    # Null where there was none.
    $found = Get-ItemProperty -Path $Place -Name $Name -ErrorAction SilentlyContinue
    if ($null -eq $found) { return $null }
    return $found.$Name
}

function Set-FilterKey([string]$Id, [bool]$Enabled) {
    $key = Get-CimInstance -Namespace "root\standardcimv2\embedded" -ClassName WEKF_PredefinedKey -Filter "Id='$Id'" -ErrorAction SilentlyContinue
    if ($null -eq $key) { return $null }
    $earlier = [bool]$key.Enabled
    $key.Enabled = $Enabled
    Set-CimInstance -InputObject $key
    return $earlier
}

$feature = "Client-EmbeddedShellLauncher"
if ((Get-WindowsOptionalFeature -Online -FeatureName $feature).State -ne "Enabled") {
    Enable-WindowsOptionalFeature -Online -FeatureName $feature -All -NoRestart | Out-Null
    Enable-WindowsOptionalFeature -Online -FeatureName "Client-KeyboardFilter" -All -NoRestart -ErrorAction SilentlyContinue | Out-Null
    Write-Host "Shell Launcher has been switched on. Restart Windows and run this again."
    exit
}

$user = New-Object System.Security.Principal.NTAccount($Account)
$sid = $user.Translate([System.Security.Principal.SecurityIdentifier]).Value
$launcher = [wmiclass]"\\localhost\root\standardcimv2\embedded:WESL_UserSetting"

if ($Remove) {
    $launcher.RemoveCustomShell($sid) | Out-Null
    if (Test-Path $Before) {
        $earlier = Get-Content -Raw -Path $Before | ConvertFrom-Json
        $loaded = Open-Hive $sid
        try {
            foreach ($each in $earlier.settings) {
                if ($null -eq $each.value) {
                    Remove-ItemProperty -Path $each.place -Name $each.name -ErrorAction SilentlyContinue
                } else {
                    Set-ItemProperty -Path $each.place -Name $each.name -Value $each.value -Type $each.kind
                }
            }
        } finally {
            if ($loaded) { Close-Hive $sid }
        }
        foreach ($each in $earlier.keys) { Set-FilterKey $each.id $each.enabled | Out-Null }
        Remove-Item -Path $Before
        Write-Host "The settings are as they were before."
    }
    Write-Host "$Account has the usual desktop again."
    exit
}

if (-not (Test-Path $Kiosk)) { throw "There is no kiosk at $Kiosk." }
if (-not $Server -or -not $Station) { throw "Name the lab computer (-Server) and the -Station." }

# What is kept from an earlier run is what was there before this script; it is never overwritten.
$isFirst = -not (Test-Path $Before)
$keptSettings = @()
$keptKeys = @()
$loaded = Open-Hive $sid
try {
    foreach ($setting in $settings) {
        $place = Get-Place $setting $sid
        if ($isFirst) {
            $keptSettings += @{ place = $place; name = $setting[2]; kind = $setting[3]; value = (Get-Earlier $place $setting[2]) }
        }
    }
    if ($isFirst) {
        foreach ($id in $blocked) {
            $key = Get-CimInstance -Namespace "root\standardcimv2\embedded" -ClassName WEKF_PredefinedKey -Filter "Id='$id'" -ErrorAction SilentlyContinue
            if ($null -ne $key) { $keptKeys += @{ id = $id; enabled = [bool]$key.Enabled } }
        }
        New-Item -ItemType Directory -Force -Path (Split-Path $Before) | Out-Null
        @{ settings = $keptSettings; keys = $keptKeys } | ConvertTo-Json -Depth 4 | Set-Content -Path $Before
    }
    # Only now, with everything kept, is anything changed.
    foreach ($setting in $settings) {
        $place = Get-Place $setting $sid
        if (-not (Test-Path $place)) { New-Item -Force -Path $place | Out-Null }
        Set-ItemProperty -Path $place -Name $setting[2] -Value $setting[4] -Type $setting[3]
        Write-Host "$($setting[2]): $($setting[5])"
    }
} finally {
    if ($loaded) { Close-Hive $sid }
}
foreach ($id in $blocked) {
    if ($null -eq (Set-FilterKey $id $true)) { Write-Host "The Keyboard Filter does not block ${id}: try it on the spot." }
}

# 0: start it again when it ends. Everyone else keeps the desktop.
$restart = 0
$launcher.SetDefaultShell("explorer.exe", $restart) | Out-Null
$launcher.RemoveCustomShell($sid) | Out-Null
$command = "`"$Kiosk`" --server $Server --station $Station"
$launcher.SetCustomShell($sid, $command, $null, $null, $restart) | Out-Null
$launcher.SetEnabled($true) | Out-Null
Write-Host "$Account now signs in to station $Station and to nothing else."
