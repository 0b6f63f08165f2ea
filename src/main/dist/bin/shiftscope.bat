@echo off
rem Starts ShiftScope from the folder this file lies in. JAVA_HOME, when set, chooses the Java (17 or newer).
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" "@%home%\bin\java.options" --module-path "%home%\lib\javafx" --add-modules javafx.controls,javafx.fxml -cp "%home%\lib\*" shiftscope.Main %*
