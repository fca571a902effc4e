; A station, for all users: forty-eight of them are installed alike but for their names.
;
;   hcmd-kiosk-setup.exe /VERYSILENT /SERVER=192.168.1.10:8765 /STATION=7
;
; With both, the entry of the menu starts that station, and so does signing in if the task "autostart"
; is chosen (/TASKS=autostart). Without them the kiosk asks at its first start. An update keeps what
; was said before, unless it says otherwise.

#define Name "hcmd-kiosk"
#define Title "HCMD Lab station"
#define Id "{{D2E7C7A4-2E58-4B5B-8C5E-0F7B8E1D9A42}"
#include "common.iss"

[Tasks]
Name: "autostart"; Description: "Start the station when somebody signs in"; Flags: unchecked

[Icons]
Name: "{group}\HCMD Lab station"; Filename: "{app}\hcmd-kiosk.exe"; Parameters: "{code:Options}"; AppUserModelID: "hcmd.hcmd-kiosk"
Name: "{commonstartup}\HCMD Lab station"; Filename: "{app}\hcmd-kiosk.exe"; Parameters: "{code:Options}"; Tasks: autostart

[Code]
var
  KeptServer, KeptStation: String;

function Server(): String;
begin
  Result := ExpandConstant('{param:SERVER|}');
end;

function Station(): String;
begin
  Result := ExpandConstant('{param:STATION|}');
end;

// Read before anything is installed: what was said to the version before is gone after that.
procedure InitializeWizard();
begin
  KeptServer := Server();
  if KeptServer = '' then
    KeptServer := GetPreviousData('Server', '');
  KeptStation := Station();
  if KeptStation = '' then
    KeptStation := GetPreviousData('Station', '');
end;

procedure RegisterPreviousData(PreviousDataKey: Integer);
begin
  SetPreviousData(PreviousDataKey, 'Server', KeptServer);
  SetPreviousData(PreviousDataKey, 'Station', KeptStation);
end;

function IsPlain(Given: String): Boolean;
var
  I: Integer;
begin
  Result := True;
  for I := 1 to Length(Given) do
    if Pos(Given[I], 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:-_[]') = 0 then
      Result := False;
end;

function Options(Param: String): String;
begin
  Result := '';
  if KeptServer <> '' then
    Result := '--server ' + KeptServer;
  if KeptStation <> '' then
    Result := Trim(Result + ' --station ' + KeptStation);
end;

function InitializeSetup(): Boolean;
begin
  Result := IsPlain(Server()) and IsPlain(Station());
  if not Result then
    SuppressibleMsgBox('/SERVER= is HOST:PORT, and /STATION= a name of letters, digits, - and _.', mbCriticalError, MB_OK, IDOK);
end;
