-- Served only the new extremes of a cell some of whose rows were withdrawn, and cost each observation as much as the key.
-- observation_lineage begins with the same four columns and finds the rows of a cell as well.
DROP INDEX observation_extremes;
