import { type NameList, names } from './name-list.ts';

const german: NameList = {
  share: 120,
  language: 'German',
  secondFamily: 'hyphen',
  given: names(`
    Anja Annegret Antje Beate Birgit Charlotte Clara Dörte Elke Emilia Franziska Friederike Gesine Greta Hannelore
    Heike Ida Ilse Jana Johanna Käthe Katharina Lena Leonie Lieselotte Magdalena Marlene Mathilda Nele Renate Sabine
    Sigrid Svenja Ulrike Ute Wiebke Anton Benedikt Bernd Christoph Detlef Dirk Eberhard Emil Ernst Felix Florian Fritz
    Götz Hans-Jürgen Heinrich Hendrik Jakob Jens Jochen Jörg Jürgen Karl-Heinz Kilian Konrad Lasse Leopold Linus Lothar
    Matthias Maximilian Moritz Niklas Oskar Rüdiger Sönke Theo Till Torben Uwe Veit Wolfgang Yannick`),
  family: names(`
    Achterberg Albrecht Bäcker Baumgärtner Becker Behrens Bergmann Böhm Brandes Braunschweig Busch Dietrich Ebersbach
    Ehlers Engel Fährmann Fischer Franke Friedrich Fuchs Gärtner Graf Groß Günther Haas Hahn Hartmann Heinemann Heß
    Hoffmann Huber Jäger Jansen Kaiser Keller Klein Köhler Kraus Krüger Kühn Lange Lehmann Lindner Lorenz Ludwig Maier
    Meißner Möller Müller Neumann Oberländer Otto Pfeiffer Pohl Reuter Richter Riedel Röder Sauer Schäfer Schmidt
    Schönfeld Schröder Schuster Seidel Simon Sommer Steiner Stölzl Straßburger Thiele Ulrich Vogel von_der_Heide
    von_Hohenstein Wagner Weiß Winkler Wörner Zeller Zimmermann`),
};

const english: NameList = {
  share: 150,
  secondFamily: 'hyphen',
  given: names(`
    Abigail Alice Amelia Beatrice Bethany Cecily Charlotte Daisy Eleanor Eliza Esme Evelyn Florence Freya Georgina Grace
    Hannah Harriet Holly Imogen Isla Jemima Jessica Josephine Kathryn Lydia Mabel Martha Matilda Naomi Olivia Phoebe
    Poppy Rosalind Ruby Tabitha Violet Winifred Albert Alistair Arthur Barnaby Benjamin Callum Cameron Christopher
    Daniel Dominic Edmund Edward Elliot Fergus Finlay Frederick George Gideon Graham Harold Henry Hugh Jasper Jonathan
    Joshua Laurence Magnus Malcolm Nathaniel Nicholas Oliver Patrick Percy Rory Rupert Sebastian Theodore Thomas Toby
    Walter Wilfred William`),
  family: names(`
    Abbott Ainsworth Alderton Appleby Ashworth Atkinson Bagshaw Barrett Beaumont Blackwood Bradshaw Brooks Carmichael
    Cartwright Chapman Clarke Cooper Cunningham Dalrymple Davenport Dawson Ellison Fairbanks Featherstone Fletcher
    Forsyth Galloway Gilchrist Goodwin Greenwood Hale Hargreaves Hartley Hawthorne Holloway Huxley Ingram Jennings
    Kendrick Kingsley Lancaster Langley Lockwood MacAllister Marlowe McKenzie Merriweather Middleton Montgomery Nash
    Northcott O'Connell Oakley Pemberton Pennington Prescott Quigley Radcliffe Rutherford Sinclair Spencer Stanhope
    Sutherland Thackeray Thornton Underwood Vaughan Wainwright Wetherby Whitaker Winslow Woolley Wright Yardley`),
};

const irishAndWelsh: NameList = {
  share: 30,
  given: names(`
    Aisling Aoife Bríd Caoimhe Ciara Clodagh Deirdre Éabha Fionnuala Gráinne Méabh Muireann Niamh Nuala Orlaith Róisín
    Saoirse Siân Sinéad Angharad Cerys Eluned Rhiannon Cian Cillian Conor Daithí Diarmuid Donnacha Eoin Fionn Lorcán
    Oisín Pádraig Ruairí Seán Tadhg Aled Dafydd Emrys Geraint Gwilym Iestyn Rhys`),
  family: names(`
    Ó_Briain Ní_Chonaill Mac_Cárthaigh O'Sullivan O'Shaughnessy Brennan Byrne Callaghan Doherty Donoghue Fitzgerald
    Flanagan Gallagher Hennessy Kavanagh Keane Lynch McLoughlin Mulcahy Murphy Nolan O'Brien O'Rourke Quinn Sweeney
    Tierney ap_Rhys Bevan Cadwallader Evans Griffiths Gwynne Llewellyn Morgan Prosser Pugh Tudor`),
};

const french: NameList = {
  share: 70,
  language: 'French',
  secondFamily: 'hyphen',
  given: names(`
    Adèle Agnès Amélie Anaïs Anne-Sophie Aurélie Bérénice Camille Cécile Chloé Clémence Delphine Éléonore Élodie
    Françoise Geneviève Héloïse Hélène Inès Joëlle Juliette Léa Lucille Maëlle Marguerite Marie-Claude Mathilde Noémie
    Océane Sandrine Solène Sylvie Valérie Yvette Zoé Adrien André Antoine Baptiste Benoît Cédric Corentin Damien Émile
    Étienne Fabrice François Gaëtan Gaspard Gérard Grégoire Guillaume Hervé Jean-Baptiste Jean-Luc Jérôme Joël Julien
    Laurent Loïc Lucien Mathieu Maxence Noël Olivier Pascal Philippe Raphaël Rémi Romain Stéphane Sylvain Théo Thierry
    Tristan Vincent Yann`),
  family: names(`
    Aubert Barbier Beauchêne Bélanger Blanchard Boisvert Bonnet Bouchard Brûlé Carpentier Chevalier Clément Côté Courtois
    d'Arcy de_La_Fontaine Delacroix Deschamps Dubois Dufour Dumont Dupré Fabre Faure Fontaine Fournier Gauthier Girard
    Guérin Hébert Jacquet Joubert L'Hôpital Lacroix Lambert Laurent Le_Goff Leclerc Lefèvre Lemaître Levêque Maréchal
    Marchand Mercier Meunier Moreau Noël Pelletier Perrin Picard Poirier Prévost Renard Rivière Rousseau Roux Roy
    Saint-Pierre Simon Tessier Thibault Tremblay Vasseur Vidal`),
};

const dutch: NameList = {
  share: 60,
  language: 'Dutch',
  secondFamily: 'hyphen',
  given: names(`
    Anneke Annelies Bregje Carolien Danique Dieuwertje Elise Femke Fleur Geertje Hanneke Ilse Iris Janneke Jolijn Karlijn
    Lieke Lotte Maaike Marijke Marloes Merel Mirthe Noortje Renske Roos Sanne Sietske Tessa Wendelien Willemijn Bart
    Bas Bram Casper Cornelis Daan Diederik Floris Geert Gijs Hidde Jasper Jelle Jeroen Joost Jurriaan Koen Lars Luuk
    Maarten Matthijs Pieter Reinier Roelof Ruben Sander Sjoerd Stijn Teun Thijs Tjeerd Wouter Zeger`),
  family: names(`
    Bakker van_den_Berg Boersma van_der_Meer Bosman Brouwer de_Bruijn Claassen Dekker Dijkstra van_Dongen Driessen Evers
    Franssen de_Graaf Groeneveld Haverkamp Hendriks van_den_Heuvel Hoekstra de_Jong Jonker Kok Kuipers van_Leeuwen
    Lievens Maas Meijer Mulder Nauta Noordhoek Oosterhuis Peeters Postma Prins Rietveld Roosendaal Schipper Smit
    Sneijder Spijkerman Terpstra Timmermans Veenstra Verhoeven Vermeulen Visser van_der_Vliet de_Vries Wiersma van_Wijk
    Willems IJsselstein Zandstra Zijlstra`),
};

export const westernEurope: NameList[] = [german, english, irishAndWelsh, french, dutch];
