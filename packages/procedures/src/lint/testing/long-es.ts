/** Two whole submissions in Spanish, as organisations write them. */

export const CESCR_ES = `
# Quiénes somos

La Red de Mujeres del Río agrupa a 41 organizaciones de seis departamentos de Colombia. Este informe se presenta al Comité de Derechos Económicos, Sociales y Culturales. Se apoya en 318 respuestas a nuestra encuesta, en 27 asambleas y en los documentos que el Estado ha publicado. Cada cifra lleva su fuente. Cuando el Estado da otra cifra, damos las dos.

# Siglas

- JEP: Jurisdicción Especial para la Paz
- PDET: Programas de Desarrollo con Enfoque Territorial
- DDHH: derechos humanos

# Artículo 3: igualdad entre mujeres y hombres

El Plan de Acción Nacional (PAN) sobre mujeres, paz y seguridad se adoptó en noviembre de 2024, después de veinticuatro años de espera. El PAN tiene 9 ejes y 84 acciones. De ellas, 60 nombran a una entidad responsable, 22 nombran un año y ninguna nombra una suma de dinero. El Departamento Nacional de Planeación nos respondió que los recursos “se incorporarán en los planes de cada sector”. Hemos leído los planes de los sectores para 2025 y 2026: en ninguno aparece una partida para el PAN.

La resolución 1325 (2000) del Consejo de Seguridad pide que las mujeres participen plenamente en los procesos de paz. La resolución 2242 (2015) insta a los Estados a evaluar sus planes y a financiarlos. La Organización de las Naciones Unidas (ONU) ha ofrecido apoyo técnico para costear las acciones, y la oferta de la ONU sigue abierta.

^ Respuesta del Departamento Nacional de Planeación a un derecho de petición, 11 de febrero de 2026.

# Artículo 6: derecho al trabajo

El 47,5 % de las mujeres que viven en los municipios PDET trabaja sin contrato. Entre los hombres es el 39,1 %. De las 2.915 mujeres que firmaron el acuerdo de paz y entraron en el proceso de reincorporación, 1.204 recibieron apoyo para un proyecto productivo; cuatro mujeres de cada diez dicen que el apoyo llegó después de la temporada de siembra. Las que tienen hijos pequeños no tuvieron quien los cuidara durante los cursos, y una de cada tres los abandonó.

# Artículo 11: nivel de vida adecuado

El acuerdo de paz prometió tierra. Hasta diciembre de 2025 el Fondo de Tierras había entregado 2.840.000 hectáreas, según el Gobierno; la Contraloría cuenta 1.960.000, porque deja fuera las que ya estaban ocupadas por quienes las recibieron. Entre los títulos nuevos, el 46 % está a nombre de mujeres solas o de parejas. No se sabe cuántos están a nombre de mujeres solas: el registro no distingue.

| Año | Títulos | A nombre de mujeres o parejas |
| 2023 | 18.402 | 7.990 |
| 2024 | 22.117 | 10.049 |
| 2025 | 20.654 | 9.611 |

# Artículo 12: derecho a la salud

La ruta de atención a mujeres víctimas de violencia sexual en el conflicto existe en 96 de los 170 municipios. En los demás, la mujer viaja a la cabecera de otro municipio: el trayecto dura seis horas en promedio y cuesta lo que ella gana en tres días. La JEP ha reconocido a miles de víctimas en el caso que abrió en 2023; tres mujeres de cada diez nos dijeron que no habían sido llamadas porque no tenían transporte.

# Lo que pasó con las recomendaciones anteriores

En sus observaciones finales anteriores el Comité pidió al Estado que asignara recursos suficientes a la reforma rural y que garantizara la participación de las mujeres. El Estado informa de que lo primero está en curso. Lo segundo se cumplió en los consejos territoriales, donde hay 48 % de mujeres, y no se cumplió en la mesa nacional.

# Recomendaciones

Pedimos al Comité que recomiende al Estado:

- dar al PAN una partida propia en el presupuesto de 2027 y publicar cada año lo gastado;
- registrar los títulos de tierra a nombre de mujeres solas por separado;
- abrir la ruta de atención en los 74 municipios que faltan antes de que termine 2028;
- pagar el transporte y el cuidado de los hijos a quienes declaran ante la JEP;
- informar cada año al Congreso sobre cada acción, con cifras por sexo, edad y pertenencia étnica.
`

export const CSW_ES = `
¿Quién paga la paz? En los territorios que conocemos la pagan las mujeres, con su tiempo. Son ellas quienes abren la escuela cuando el maestro se ha ido, quienes caminan hasta el retén para pedir que dejen pasar la ambulancia, quienes apuntan los nombres de los que faltan. Nadie les paga por ello, y casi nadie les pregunta.

Hace más de un cuarto de siglo el Consejo de Seguridad aprobó la resolución 1325 (2000). Desde entonces ha aprobado otras nueve. Más de cien Estados tienen un plan de acción nacional. Hemos leído los de nuestra región, uno por uno. La mayoría nombra acciones. Menos de la mitad nombra a quien debe hacerlas. Casi ninguno nombra el dinero, y de los que lo nombran, muy pocos dicen después qué se gastó.

No pedimos a la Comisión de la Condición Jurídica y Social de la Mujer una promesa nueva. Le pedimos que mire las antiguas.

Pedimos, en primer lugar, que cada plan tenga un presupuesto propio. Un plan sin presupuesto es un deseo, y de deseos las mujeres en los conflictos ya tienen bastantes. Que cada acción tenga su costo, que se diga de dónde sale el dinero y que se publique cada año lo gastado, para que cualquiera pueda poner lo uno al lado de lo otro.

Pedimos, en segundo lugar, que los gobiernos rindan cuentas ante sus parlamentos todos los años, acción por acción, con cifras por sexo, edad y lugar, y que en esa misma sesión hablen las organizaciones de mujeres. Cuando el gobierno y las organizaciones no estén de acuerdo en si algo se hizo, que las dos versiones queden en el acta, una junto a la otra, con su fecha y su razón. El silencio también es una respuesta, y también debe quedar en el acta.

Pedimos, en tercer lugar, que las mujeres de los lugares de que se habla estén en la mesa donde se negocia: la del alto el fuego, la de los detenidos, la de la reconstrucción. No en la sala de al lado, y no cuando el texto ya está acordado. En las conversaciones que siguieron nuestras socias en los dos últimos años, una de cada catorce delegaciones estaba encabezada por una mujer. Donde hubo mujeres desde el comienzo, el primer borrador ya hablaba de los presos y de las escuelas.

Pedimos, en cuarto lugar, que a las organizaciones que hacen este trabajo se les pague directamente, en su moneda y por más de un año. Un grupo de mujeres de una vereda no puede sostener una lista de mediadoras con una ayuda de seis meses. Tampoco puede entregar los nombres de las mujeres a las que protege en un formulario que después se publica. Quien financia puede pedir resultados; no debe pedir listas de personas.

Pedimos, por último, que la propia Comisión lleve la cuenta de lo que pasa con sus conclusiones convenidas. Que en cada período de sesiones se pregunte a cada Estado qué fue de lo que se le pidió. La pregunta no cuesta nada. La respuesta valdría más que otro párrafo.

La paz no la guardan quienes la firman. La guardan quienes abren el mercado a la mañana siguiente, quienes llevan al hijo de la vecina a la escuela del otro lado de la línea, quienes escribieron lo que se prometió y lo leen en voz alta cuando se olvida. Son mujeres en su mayoría, y están cansadas. Pedimos a la Comisión que lea con ellas.
`
