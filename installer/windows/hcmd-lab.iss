; The lab computer's program, for all users. Studies lie where their owners put them and are never
; touched, by an update or by uninstalling.
;
;   hcmd-lab-setup.exe /VERYSILENT /PORT=8765

#define Name "hcmd-lab"
#define Title "HCMD Lab"
#define Id "{{5B0C6C0E-4B0B-4E2B-9D3C-6D6A0F3A7C11}"
#include "common.iss"

[Icons]
Name: "{group}\HCMD Lab"; Filename: "{app}\hcmd-lab.exe"; AppUserModelID: "hcmd.hcmd-lab"

[Run]
; Stations come in on one port; discovery is answered over multicast DNS.
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""HCMD Lab"""; Flags: runhidden
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""HCMD Lab"" dir=in action=allow protocol=TCP localport={code:Port} program=""{app}\hcmd-lab.exe"" profile=private,domain"; Flags: runhidden
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""HCMD Lab"" dir=in action=allow protocol=UDP localport=5353 program=""{app}\hcmd-lab.exe"" profile=private,domain"; Flags: runhidden

[UninstallRun]
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""HCMD Lab"""; Flags: runhidden; RunOnceId: "Firewall"

[Code]
function Port(Param: String): String;
begin
  Result := ExpandConstant('{param:PORT|8765}');
end;

function InitializeSetup(): Boolean;
var
  Given: Integer;
begin
  Given := StrToIntDef(Port(''), 0);
  Result := (Given >= 1) and (Given <= 65535);
  if not Result then
    SuppressibleMsgBox('/PORT= has to be a number from 1 to 65535.', mbCriticalError, MB_OK, IDOK);
end;
