; What both installers have in common; hcmd-lab.iss and hcmd-kiosk.iss define Name, Title and Id.
; Version and Folder come from installer/packages.py.

[Setup]
AppId={#Id}
AppName={#Title}
AppVersion={#Version}
AppPublisher=HCMD Lab
DefaultDirName={autopf}\hcmd\{#Name}
DefaultGroupName=HCMD Lab
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\icons\{#Name}.ico
UninstallDisplayIcon={app}\{#Name}.exe
PrivilegesRequired=admin
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
Compression=lzma2
SolidCompression=yes
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older version had and this one has not would be found by it.
Type: filesandordirs; Name: "{app}\_internal"
