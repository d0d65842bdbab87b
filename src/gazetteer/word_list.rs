//! Which lists of words do the context rules ask?

/// Defines the lists, each with its use in the tables of cue words, if it is one of theirs.
macro_rules! word_lists {
    ($($(#[$doc:meta])* $list:ident $(= $use:literal)?,)*) => {
        /// The word lists of the context rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum WordList { $($(#[$doc])* $list,)* }

        impl WordList {
            /// Every list, in order.
            pub(crate) const ALL: &[WordList] = &[$(WordList::$list,)*];
            /// The uses of cue words, each with its list.
            pub(crate) const USES: &[(&str, WordList)] = &[$($(($use, WordList::$list),)?)*];
        }
    };
}

word_lists! {
    /// `former`, `acting`: code `carry:former`; `vice`, `deputy`: code `block`.
    Modifier,
    /// `Mr`, `Sheikh`.
    Honorific,
    /// `Jordan`, `Paris`.
    GivenName,
    /// `Airlines`, `University`: what makes a longer name of the country before it.
    NameAfter,
    /// `Bank of`, `Air`: what makes a longer name of the country behind it.
    NameBefore,
    /// English words.
    English,
    /// `Ohio`: what stands behind the comma in `Lebanon, Ohio`.
    State,
    /// `Tuesday`, `March`: capitalised words that are no names.
    Time,
    /// `Parliament`, `Embassy`: capitalised words that leave the country before them a country.
    Political,
    /// `federation`, `football`: what makes a body of its own of the country before it.
    Body,
    /// `Brown`, `Garcia`: frequent surnames of private people.
    Surname,
    /// `innings`, `goalkeeper`: words of sports reports.
    Sport,
    /// `Mrs`, `Hillary`, `Sheikh Hasina`: titles and names that tell a woman.
    Woman = "woman",
    /// `Mr`, `Bill`: those that tell a man.
    Man,
    /// `family`, `brothers`: words behind the surname of many.
    Family = "family",
    /// `confidence`, `believes`: words before `in` and a person.
    Trust = "trust",
    /// `plumber`, `guitarist`: what private people do for a living.
    Occupation = "occupation",
    /// `film`, `song`: words beside the title of a work in quotes.
    Work = "work",
    /// `By`, `Reporting`: how a line begins that names those who wrote.
    Byline = "byline",
    /// `Georgia`: names of countries that are states', too.
    AlsoState = "state",
    /// `son`, `friend`: whose name follows.
    Kin = "kin",
    /// `beat`, `versus`: what one team does to another.
    Game = "game",
    /// `quarterback`, `NCAA`: words of sports in which states have teams.
    StateSport = "state sport",
    /// `Democrat`, `sheriff`: words of the public life of states of the United States.
    StateLife = "state life",
    /// `setters`, `muffin`: what a demonym before it makes a sort of, in small letters, too.
    Sort,
    /// `said`, `was`, `who`: what goes on behind a person's name, and not behind an adjective or a noun.
    Predicate = "predicate",
    /// `orders`, `vows`: what those in office do in headlines.
    Act = "act",
    /// `anti`, `pro`: what a hyphen joins to a name.
    Prefix = "prefix",
    /// `USS`, `HMS`: what stands before the name of a ship.
    Vessel = "vessel",
    /// `Center`, `Library`: what is named after a person.
    Thing = "thing",
    /// Towns that are surnames of officials, too: `Liverpool`.
    Town = "town",
    /// Faiths, peoples and others with a capital that are surnames of officials, too: `Islam`, `Dinka`.
    Proper = "proper",
    /// `ferry`, `liner`: what a ship is called before its name.
    Ship = "ship",
    /// `minister`, `election`: words of public life.
    Politics = "politics",
    /// `summit`, `foreign ministers`: what bodies of states have behind their abbreviation.
    OfStates = "of states",
    /// `Corp`, `Ltd`: what firms alone have behind their name.
    Firm = "firm",
    /// `Road`, `Trucking`, `High School`: what no body of states has behind its name, but businesses, streets and schools.
    Business = "business",
    /// `Shipping`, `Rovers`: what firms and teams have behind their name, and bodies may have.
    Trade = "trade",
    /// `latex`, `engine`: what things alone have behind a letter and a number: `P5 latex`.
    Product = "product",
    /// `Qajar`, `Bolshevik`, `Maastricht`: eras, dynasties, treaties and movements, which a country has before its name.
    Era = "era",
    /// `nightclub`, `gelding`: what else than a ship is called by a name that is a country's, which follows.
    Bearer = "bearer",
    /// `Sudan`, `Ukraine`: countries that some write with an article.
    Articled = "articled",
    /// `Motor`, `Foundation`: what ends the name of a firm or body before the country it works in.
    Branch = "branch",
    /// `Apple`, `Visa`: firms whose names are words.
    Brand = "brand",
    /// `told`, `warned`: behind what somebody is named who is no firm.
    Told = "told",
    /// `man`, `character`: who may be called by a given name.
    Person = "person",
    /// `named`, `nicknamed`: between a person and the name.
    Called = "called",
    /// `friend`, `sister`: of [`Kin`](WordList::Kin), what countries are called, too.
    Friend = "friend",
    /// `Mr`, `Dame`: forms of address, behind which stands a surname, whatever else it means.
    Address = "address",
    /// `Sir`, `Dame`: forms of address that go with the given name.
    Knight = "knight",
    /// `navy`, `destroyers`: words of ships that are not said right before a name, or of other things, too.
    Fleet = "fleet",
    /// `seized`, `built`: what a country does to a ship, and no ship does.
    Owner = "owner",
    /// `ally`, `neighbour`: what a country has beside it, with ministers of its own.
    Ally = "ally",
    /// `administration`, `cabinet`: what is called by the name of who heads it.
    Reign = "reign",
    /// `said`, `flew`: what persons did, and figures and things did not.
    Said = "said",
    /// `vetoes`, `pardons`: what only heads of states do.
    Sovereign = "sovereign",
    /// `last`, `early`: what stands before the name of a month.
    Timed = "timed",
    /// `republic`, `kingdom`: what the states of the world are; beside a name that is a country's by itself it says nothing.
    Realm = "realm",
    /// `other`, `unspecified`: what lists call that which is left over.
    Remainder = "remainder",
    /// `Accords`, `Protocol`: what the name of a capital before it makes a proper name of.
    Pact = "pact",
}
