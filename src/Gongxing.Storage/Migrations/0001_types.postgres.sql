-- Ids and times are text that both databases must order alike, byte by byte, whatever the collation of the server.
-- SQLite takes the same names as they are: a type with "text" in it holds text.
create domain id_text as text collate "C";
create domain time_text as text collate "C";
