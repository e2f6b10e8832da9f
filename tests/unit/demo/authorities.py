"""Names of councils with children's services in England, none of which may appear in an invented file."""

AUTHORITIES = (
    """
Barnet;Barnsley;Bath;Bedford;Bexley;Birmingham;Blackburn;Blackpool;Bolton;Bournemouth;Bracknell;Bradford;Brent
Brighton;Bristol;Bromley;Buckinghamshire;Bury;Calderdale;Cambridgeshire;Camden;Cheshire;Cornwall;Coventry;Croydon
Cumberland;Darlington;Derby;Derbyshire;Devon;Doncaster;Dorset;Dudley;Durham;Ealing;Essex;Gateshead;Gloucestershire
Greenwich;Hackney;Halton;Hammersmith;Hampshire;Haringey;Harrow;Hartlepool;Havering;Herefordshire;Hertfordshire
Hillingdon;Hounslow;Hull;Islington;Kensington;Kent;Kingston;Kirklees;Knowsley;Lambeth;Lancashire;Leeds;Leicester
Leicestershire;Lewisham;Lincolnshire;Liverpool;Luton;Manchester;Medway;Merton;Middlesbrough;Milton Keynes;Newcastle
Newham;Norfolk;Northamptonshire;Northumberland;Nottingham;Nottinghamshire;Oldham;Oxfordshire;Peterborough;Plymouth
Poole;Portsmouth;Reading;Redbridge;Redcar;Richmond;Rochdale;Rotherham;Rutland;Salford;Sandwell;Sefton;Sheffield
Shropshire;Slough;Solihull;Somerset;Southampton;Southend;Southwark;Staffordshire;Stockport;Stockton;Stoke;Suffolk
Sunderland;Surrey;Sussex;Sutton;Swindon;Tameside;Telford;Thurrock;Torbay;Tower Hamlets;Trafford;Wakefield;Walsall
Waltham Forest;Wandsworth;Warrington;Warwickshire;Westminster;Westmorland;Wigan;Wiltshire;Windsor;Wirral;Wokingham
Wolverhampton;Worcestershire;York;Yorkshire;Huddersfield;Dewsbury;Batley
""".replace("\n", ";")
    .strip(";")
    .split(";")
)
