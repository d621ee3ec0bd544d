; Makes the installer of Vernissage for Windows, with Inno Setup 6.3 or newer. Build the
; program first, then run this, by one command at the project's folder:
;
;   start.cmd build --installer
;
; It passes the version (/DVersion=1.2.3), the built program's folder (/DBuilt=...) and the
; program's sign (/DIcon=...).

#ifndef Version
  #error Pass the version: /DVersion=1.2.3
#endif
#ifndef Built
  #define Built "..\..\..\dist\vernissage"
#endif

#ifndef Icon
  #define Icon "..\..\..\build\vernissage.ico"
#endif

#define Name "Vernissage"
#define Program "kiosk.exe"

[Setup]
; Never change it: by it Windows knows that a later version is the same program.
AppId={{8C5B0F0E-3B7C-4E0B-9E57-0D6C5B9A41F2}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=Vernissage contributors
VersionInfoVersion={#Version}
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
PrivilegesRequired=admin
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
LicenseFile=..\..\..\LICENSE
SetupIconFile={#Icon}
ShowLanguageDialog=yes
WizardStyle=modern
SetupLogging=yes
CloseApplications=yes
RestartApplications=no
UninstallDisplayName={#Name} {#Version}
UninstallDisplayIcon={app}\{#Program}
OutputDir={#Built}\..
OutputBaseFilename=vernissage-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "ru"; MessagesFile: "compiler:Languages\Russian.isl"

[CustomMessages]
en.Autostart=Open the kiosk whenever somebody signs in to Windows
de.Autostart=Den Kiosk öffnen, sobald sich jemand bei Windows anmeldet
fr.Autostart=Ouvrir la borne dès que quelqu'un se connecte à Windows
es.Autostart=Abrir el quiosco en cuanto alguien inicie sesión en Windows
ru.Autostart=Открывать киоск при каждом входе в Windows
en.InWindow={#Name} in a window
de.InWindow={#Name} in einem Fenster
fr.InWindow={#Name} dans une fenêtre
es.InWindow={#Name} en una ventana
ru.InWindow={#Name} в окне
en.Doctor={#Name}: what is wrong with this computer
de.Doctor={#Name}: was diesem Computer fehlt
fr.Doctor={#Name} : ce qui ne va pas sur cet ordinateur
es.Doctor={#Name}: qué le falla a este ordenador
ru.Doctor={#Name}: что не так с этим компьютером
en.Licences=Licences of {#Name}
de.Licences=Lizenzen von {#Name}
fr.Licences=Licences de {#Name}
es.Licences=Licencias de {#Name}
ru.Licences=Лицензии {#Name}
en.Trying=Trying out whether everything works…
de.Trying=Es wird geprüft, ob alles geht …
fr.Trying=Vérification du bon fonctionnement…
es.Trying=Se comprueba que todo funcione…
ru.Trying=Проверяем, всё ли работает…
en.NotWhole=A part of {#Name} does not work on this computer. Run "kiosk selftest" in its folder to see which.
de.NotWhole=Ein Teil von {#Name} geht auf diesem Computer nicht. „kiosk selftest“ im Programmordner sagt, welcher.
fr.NotWhole=Une partie de {#Name} ne fonctionne pas sur cet ordinateur. « kiosk selftest » dans son dossier dit laquelle.
es.NotWhole=Una parte de {#Name} no funciona en este ordenador. «kiosk selftest» en su carpeta dice cuál.
ru.NotWhole=Часть {#Name} на этом компьютере не работает. Какая именно, скажет команда «kiosk selftest» в папке программы.
en.OpenNow=Open {#Name} in a window now
de.OpenNow={#Name} jetzt in einem Fenster öffnen
fr.OpenNow=Ouvrir maintenant {#Name} dans une fenêtre
es.OpenNow=Abrir ahora {#Name} en una ventana
ru.OpenNow=Открыть {#Name} сейчас в окне
en.DeleteData=Shall everything that {#Name} keeps on this computer be deleted too, for all users: settings, PINs, figures, pictures that wait, and installed paintings?%n%nNo keeps it for a later installation. Folders that the settings name elsewhere stay in any case.
de.DeleteData=Soll auch alles gelöscht werden, was {#Name} auf diesem Computer aufbewahrt, für alle Benutzer: Einstellungen, PINs, Zahlen, wartende Bilder und installierte Gemälde?%n%nNein behält es für eine spätere Installation. Ordner, die in den Einstellungen anderswo liegen, bleiben in jedem Fall.
fr.DeleteData=Faut-il aussi supprimer tout ce que {#Name} conserve sur cet ordinateur, pour tous les utilisateurs : réglages, codes PIN, chiffres, images en attente et tableaux installés ?%n%nNon les garde pour une installation future. Les dossiers que les réglages placent ailleurs restent dans tous les cas.
es.DeleteData=¿Borrar también todo lo que {#Name} guarda en este ordenador, de todos los usuarios: ajustes, PIN, cifras, imágenes en espera y cuadros instalados?%n%nNo lo conserva para una instalación futura. Las carpetas que los ajustes sitúan en otro lugar se quedan en cualquier caso.
ru.DeleteData=Удалить также всё, что {#Name} хранит на этом компьютере, у всех пользователей: настройки, PIN-коды, статистику, ожидающие изображения и установленные картины?%n%n«Нет» сохранит это для будущей установки. Папки, которые в настройках лежат в другом месте, останутся в любом случае.

[Tasks]
Name: "autostart"; Description: "{cm:Autostart}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not must not stay.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"
Type: filesandordirs; Name: "{app}\deploy"

[Files]
Source: "{#Built}\{#Program}"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Built}\_internal\*"; DestDir: "{app}\_internal"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Built}\licences\*"; DestDir: "{app}\licences"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Built}\deploy\*"; DestDir: "{app}\deploy"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Built}\LICENCES.html"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Built}\LICENCES.txt"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Built}\README.txt"; DestDir: "{app}"; Flags: ignoreversion
Source: "..\..\..\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}\{#Name}"; Filename: "{app}\{#Program}"; Parameters: "run"; WorkingDir: "{app}"
Name: "{autoprograms}\{#Name}\{cm:InWindow}"; Filename: "{app}\{#Program}"; Parameters: "run --windowed"; WorkingDir: "{app}"
Name: "{autoprograms}\{#Name}\{cm:Doctor}"; Filename: "{cmd}"; Parameters: "/k """"{app}\{#Program}"" doctor"""; WorkingDir: "{app}"
Name: "{autoprograms}\{#Name}\{cm:Licences}"; Filename: "{app}\LICENCES.html"
Name: "{commonstartup}\{#Name}"; Filename: "{app}\{#Program}"; Parameters: "run"; WorkingDir: "{app}"; Tasks: autostart

[Run]
Filename: "{app}\{#Program}"; Parameters: "run --windowed"; WorkingDir: "{app}"; Description: "{cm:OpenNow}"; Flags: nowait postinstall skipifsilent unchecked runasoriginaluser

[UninstallRun]
; A kiosk that runs would keep its files; whatever it writes it writes whole.
Filename: "{sys}\WindowsPowerShell\v1.0\powershell.exe"; Parameters: "-NoProfile -Command ""Get-Process kiosk -ErrorAction SilentlyContinue | Where-Object Path -eq '{app}\{#Program}' | Stop-Process -Force"""; Flags: runhidden; RunOnceId: "EndKiosk"

[UninstallDelete]
Type: filesandordirs; Name: "{app}\_internal"
Type: dirifempty; Name: "{app}"

[Code]
const
  Profiles = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList';

procedure TryOut();
var
  Code: Integer;
begin
  WizardForm.StatusLabel.Caption := CustomMessage('Trying');
  if not Exec(ExpandConstant('{app}\{#Program}'), 'selftest', ExpandConstant('{app}'),
      SW_HIDE, ewWaitUntilTerminated, Code) or (Code <> 0) then
  begin
    Log(Format('The selftest ended with %d.', [Code]));
    SuppressibleMsgBox(CustomMessage('NotWhole'), mbError, MB_OK, IDOK);
  end;
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if CurStep = ssPostInstall then
    TryOut();
end;

{ Everybody's: the kiosk's user is seldom the one who uninstalls. }
procedure DeleteData();
var
  Users: TArrayOfString;
  Home: String;
  I: Integer;
begin
  if not RegGetSubkeyNames(HKLM, Profiles, Users) then
    Exit;
  for I := 0 to GetArrayLength(Users) - 1 do
    if RegQueryStringValue(HKLM, Profiles + '\' + Users[I], 'ProfileImagePath', Home)
        and (Length(Home) > 3) and (Pos('%', Home) = 0) then
      DelTree(Home + '\AppData\Local\{#Name}', True, True, True);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and not UninstallSilent() then
    if MsgBox(CustomMessage('DeleteData'), mbConfirmation,
        MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DeleteData();
end;
