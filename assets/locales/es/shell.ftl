## El marco de la ventana
region-bar = Barra
region-page = Página
skip-to-page = Ir a la página
bar-search-name = Buscar o ir a un lugar
bar-new-kind = ¿Qué se va a registrar?
bar-unsaved-copy = Copia sellada
writer-choose = Quién escribe
writer-who = ¿Quién escribe?
writer-list = Personas que escriben…
bar-damaged = Hay daños en el archivo
bar-read-only = Sólo lectura
keys-title = Teclas de esta pantalla
keys-search = Buscar, ir a un lugar, hacer algo
keys-new = Registrar algo nuevo
keys-lock = Cerrar con candado
keys-panic = Cerrar en pánico: no se dice nada
keys-saved = Decir si está guardado
keys-undo = Deshacer lo último
keys-rail-any = Ir a la sección de ese número
keys-back = Lugar anterior
keys-forward = Lugar siguiente
keys-help = Ayuda de esta pantalla
keys-region = Región siguiente
already-saved = Ya está guardado en esta laptop.
undo-nothing = No hay nada que deshacer.
page-coming = Esta pantalla se está construyendo.
section-import = Importar
section-export = Exportar
section-report = Informe
section-help = Ayuda
section-controls = Controles
section-versions = Versiones
section-merge = Unir dos registros
section-record = Registro
capture-new = { $id ->
    [case] Caso nuevo
    [collective] Colectivo o medio nuevo
    [consent] Consentimiento nuevo
    [document] Documento nuevo
    [evidence] Evidencia nueva
    [incident] Incidente nuevo
    [milestone] Hito nuevo
    [note] Nota o tarea nueva
    [official_figure] Cifra publicada nueva
    [organisation] Organización o institución nueva
    [perpetrator] Presunta autoría nueva
    [person] Persona nueva
    [application] Solicitud al Mecanismo nueva
    [risk_evaluation] Evaluación de riesgo nueva
    [measure] Medida de protección nueva
    [measure_assessment] Valoración de medidas nueva
    [appeal] Inconformidad nueva
    [follow_up] Seguimiento nuevo
    [investigation] Investigación penal nueva
    [amparo] Juicio de amparo nuevo
    [organ] Órgano del Mecanismo nuevo
    [seat] Lugar en un órgano nuevo
    [appointment] Nombramiento nuevo
    [meeting] Sesión o reunión nueva
    [staffing] Corte de plantilla nuevo
    [departure] Baja de personal nueva
    [training] Capacitación nueva
    [fund] Corte de recursos nuevo
    [contract] Contrato nuevo
    [convention] Convenio de cooperación nuevo
    [convention_count] Recuento de convenios nuevo
    [contact_point] Enlace estatal nuevo
    [mechanism] Mecanismo nuevo
    [official] Persona servidora pública nueva
    [relation] Relación nueva
    [claim] Afirmación nueva
    [concern] Preocupación nueva
    [commitment] Compromiso nuevo
    [recommendation] Recomendación nueva
    [dissemination] Actividad de difusión nueva
    [prevention_measure] Política de prevención nueva
    [intervention] Acción de la organización nueva
    [check_in] Llamada de seguridad nueva
    [information_request] Solicitud de información nueva
    [data_request] Solicitud ARCO nueva
    [statement] Pronunciamiento o informe nuevo
    [instrument] Instrumento jurídico nuevo
    [testimony] Testimonio nuevo
   *[other] { $kind }: nuevo registro
}
bug-happened = El programa no pudo hacer eso.
command-records = Registros
command-places = Ir a
command-actions = Hacer
command-lock = Cerrar con candado
command-import = Importar: {$kind}
command-export = Exportar los incidentes
command-english = Cambiar a inglés (English)
command-spanish = Cambiar a español
command-theme-light = Tema claro
command-theme-dark = Tema oscuro
command-theme-system = Tema del sistema
command-write-as = Escribir como {$name}
family-casework = Casos y personas
family-mechanism = Ante el Mecanismo
family-institution = Instituciones
family-analysis = Análisis e incidencia
family-library = Textos y fechas
rail-collectives = Colectivos
rail-perpetrators = Presunta autoría
rail-organisations = Organizaciones
rail-figures = Cifras
