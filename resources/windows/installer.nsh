; What the installer does beyond electron-builder's own. Windows shall know whom to start when somebody clicks a notification of a program
; that has ended: by a property of the shortcut in the start menu, and a class in the registry that names the program. The id is the one
; that src/main/electron/windowsIdentity.ts tells Electron; a test compares them.
!include LogicLib.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define TOAST_ACTIVATOR "{9B6B2C0E-4C5F-4B7E-9A63-5D0E8A7F21C4}"
!define TOAST_CLASS "Software\Classes\CLSID\${TOAST_ACTIVATOR}"

; Writes the property into an open shortcut's store, $1.
!macro writeToastActivator
  System::Call '*(&g16 "${TOAST_ACTIVATOR}")p.r4'
  System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ToastActivatorCLSID})p.r2'
  System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_CLSID},,p r4)p.r3'
  ${IPropertyStore::SetValue} $1 '($2,$3)'
  ${IPropertyStore::Commit} $1 ""
  System::Free $2
  System::Free $3
  System::Free $4
!macroend

!macro markShortcut link
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r5)'
    ${If} $5 P<> 0
      ; STGM_READWRITE
      ${IPersistFile::Load} $5 '("${link}",2)'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r1)'
      ${If} $1 P<> 0
        !insertmacro writeToastActivator
        ${IUnknown::Release} $1 ""
      ${EndIf}
      ${IPersistFile::Save} $5 '("${link}",1)'
      ${IUnknown::Release} $5 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

; SHELL_CONTEXT is this person's part of the registry, or everybody's where the program is installed for all.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "${TOAST_CLASS}" "" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${TOAST_CLASS}\LocalServer32" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  !insertmacro markShortcut "$newStartMenuLink"
!macroend

; Electron writes the class for the person who runs it, too. An update keeps all of it.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "${TOAST_CLASS}"
    DeleteRegKey HKCU "${TOAST_CLASS}"
  ${endIf}
!macroend
