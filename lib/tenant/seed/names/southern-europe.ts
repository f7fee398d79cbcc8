import { type NameList, names } from './name-list.ts';

const spanish: NameList = {
  share: 75,
  language: 'Spanish',
  secondFamily: 'space',
  given: names(`
    Adriana Alba Alejandra Almudena Ana_María Ángela Araceli Beatriz Begoña Belén Carmen Catalina Concepción Consuelo
    Elena Esperanza Estefanía Fátima Gabriela Guadalupe Inés Isabel Itziar Jimena Julieta Lourdes Lucía Macarena María_José
    Marisol Mónica Montserrat Nieves Noelia Paloma Pilar Rocío Sofía Soledad Ximena Yolanda Agustín Alejandro Álvaro
    Andrés Ángel Benjamín César Cristóbal Diego Eduardo Emiliano Esteban Fermín Gonzalo Héctor Hernán Iñaki Íñigo
    Javier Joaquín Jordi José_Luis Julián Leandro Lorenzo Martín Matías Mauricio Nicolás Óscar Ramón Raúl Rodrigo
    Santiago Sebastián Tomás Valentín Víctor Xabier`),
  family: names(`
    Acosta Aguilar Alarcón Álvarez Arriaga Ávila Ballesteros Barrios Benítez Bermúdez Bustamante Cabrera Calderón
    Campos Cárdenas Castañeda Cervantes Córdoba Cortés Delgado Domínguez Echeverría Escobar Espinoza Etxeberria Fernández
    Figueroa Fuentes Gallego García Gil Gómez González Guerrero Gutiérrez Hernández Herrera Ibáñez Iglesias Jiménez
    Lozano Machado Márquez Martínez Medina Méndez Mendoza Molina Montoya Muñoz Navarro Núñez Ochoa Ordóñez Ortega
    Peña Pérez Quintana Ramírez Reyes Rodríguez Rojas Romero Sáenz Salazar Sánchez Serrano Solís Soto Suárez Trujillo
    Ulloa Urrutia Valdés Vázquez Vega Velasco Villalobos Zambrano Zúñiga`),
};

const portuguese: NameList = {
  share: 65,
  language: 'Portuguese',
  secondFamily: 'space',
  given: names(`
    Adriana Aline Ana_Beatriz Bárbara Beatriz Benedita Bruna Camila Carolina Catarina Cecília Conceição Débora Eduarda
    Fabiana Fernanda Filipa Flávia Francisca Gabriela Graça Helena Inês Iolanda Isadora Jussara Lara Larissa Letícia
    Luísa Mafalda Márcia Mariana Matilde Natália Patrícia Rafaela Raquel Renata Rita Sónia Tainá Tatiana Vitória
    Afonso Anderson António Bernardo Caetano Caio César Davi Diogo Duarte Emanuel Fábio Fausto Filipe Francisco Gil
    Gonçalo Gustavo Henrique Hugo João João_Pedro Jorge Leandro Leonardo Lourenço Lucas Luís Marcelo Mário Martim
    Mateus Miguel Murilo Nuno Otávio Paulo Rafael Raimundo Renato Rodrigo Rui Salvador Simão Thiago Tomás Vasco Vinícius`),
  family: names(`
    Abrantes Albuquerque Almeida Alves Amaral Andrade Antunes Araújo Assunção Azevedo Barbosa Bastos Batista Borges
    Braga Brandão Brito Caldeira Câmara Cardoso Carneiro Carvalho Castelo-Branco Coelho Correia Costa Couto Cunha
    da_Silva de_Sousa dos_Santos Dias Duarte Esteves Faria Fernandes Ferreira Figueiredo Fonseca Freitas Gaspar Gonçalves
    Guimarães Henriques Leitão Lima Lopes Macedo Machado Magalhães Marques Matos Meireles Melo Mendonça Monteiro Moreira
    Moura Neves Nogueira Nóbrega Nunes Oliveira Pacheco Paiva Pereira Pinheiro Pinto Pires Queirós Ramos Ribeiro Rocha
    Salgueiro Sampaio Saraiva Simões Tavares Teixeira Valente Vasconcelos Vieira`),
};

const italian: NameList = {
  share: 45,
  given: names(`
    Agnese Alessia Annalisa Antonella Arianna Beatrice Bianca Camilla Caterina Chiara Cinzia Costanza Domitilla Donatella
    Elettra Fiammetta Francesca Ginevra Giorgia Giulia Ilaria Letizia Lucrezia Ludovica Maddalena Martina Niccolina
    Ornella Paola Rossella Serena Simona Vittoria Viola Alessandro Andrea Aurelio Cesare Claudio Dario Davide Edoardo
    Emanuele Enzo Fabrizio Federico Filippo Gennaro Giacomo Gianluca Giovanni Giuseppe Ivano Jacopo Leonardo Lorenzo
    Luca Marcello Matteo Michele Nicolò Paolo Raffaele Riccardo Salvatore Silvano Tommaso Umberto Valerio Vincenzo`),
  family: names(`
    Amato Angelini Barbieri Basile Bellini Benedetti Bianchi Bonaventura Bruno Caputo Caruso Cattaneo Colombo Conti Coppola
    D'Agostino D'Angelo De_Luca De_Santis Del_Vecchio Di_Benedetto Esposito Fabbri Farina Ferrara Ferrari Fiore Fontana
    Gallo Gentile Giordano Grasso Guerra Leone Lo_Presti Lombardi Longo Mancini Marchetti Mariani Marino Martinelli
    Mazza Montanari Monti Morelli Moretti Negri Orlandi Pagano Palmieri Pellegrini Piras Rinaldi Riva Romano Rossetti
    Ruggiero Sanna Santoro Serra Silvestri Sorrentino Testa Valentini Vitale Zanetti`),
};

const greek: NameList = {
  share: 18,
  ownScript: true,
  given: names(`
    Αθηνά/Athina Αλεξάνδρα/Alexandra Βασιλική/Vasiliki Δέσποινα/Despina Ελένη/Eleni Ευαγγελία/Evangelia Ζωή/Zoi
    Ιωάννα/Ioanna Κατερίνα/Katerina Μαρία/Maria Σοφία/Sofia Χρυσάνθη/Chrysanthi Αλέξανδρος/Alexandros Αντώνης/Antonis
    Γιώργος/Giorgos Δημήτρης/Dimitris Ηλίας/Ilias Κωνσταντίνος/Konstantinos Λευτέρης/Lefteris Νίκος/Nikos
    Παναγιώτης/Panagiotis Σπύρος/Spyros Στέλιος/Stelios Χρήστος/Christos`),
  family: names(`
    Αγγελόπουλος/Angelopoulos Αντωνίου/Antoniou Βασιλείου/Vasileiou Γεωργίου/Georgiou Δημητρίου/Dimitriou
    Ιωαννίδης/Ioannidis Καραγιάννης/Karagiannis Κωνσταντινίδης/Konstantinidis Λάσκαρης/Laskaris Μακρής/Makris
    Νικολάου/Nikolaou Οικονόμου/Oikonomou Παπαδόπουλος/Papadopoulos Παπαγεωργίου/Papageorgiou Σταθόπουλος/Stathopoulos
    Τσιπούρας/Tsipouras Χατζής/Chatzis Χριστοδούλου/Christodoulou`),
};

const turkish: NameList = {
  share: 35,
  given: names(`
    Ayşe Ayşegül Başak Burcu Büşra Çiğdem Damla Deniz Ebru Elif Esra Fatma Gizem Gökçe Gülşen Hülya İpek İrem Melike
    Nazlı Nilüfer Özge Özlem Pınar Selin Şebnem Şule Tuğba Yasemin Zeynep Ahmet Alper Barış Berkay Burak Can Cem Çağlar
    Doğan Emre Erdem Ferhat Gökhan Hakan Hüseyin İbrahim İsmail Kaan Kerem Mehmet Murat Mustafa Oğuzhan Onur Ömer Özgür
    Selçuk Serkan Şahin Tolga Uğur Ümit Yiğit`),
  family: names(`
    Acar Akbulut Aksoy Aktaş Altıntaş Arslan Aslan Avcı Aydın Balcı Bozkurt Bulut Can Çakır Çelik Çetin Çiftçi Demir
    Demirci Doğan Durmaz Erdoğan Ergün Güler Güneş İnce Kaplan Karaca Karataş Kaya Keskin Kılıç Koç Korkmaz Köse Kurt
    Önal Öztürk Özdemir Polat Sarı Şahin Şimşek Taş Tekin Toprak Türkmen Uçar Uysal Ünal Yalçın Yavuz Yıldırım Yıldız
    Yılmaz Yüksel`),
};

export const southernEurope: NameList[] = [spanish, portuguese, italian, greek, turkish];
