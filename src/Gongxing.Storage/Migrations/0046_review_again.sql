-- Of each remark the rule is kept too from here on: what was reviewed before is reviewed again, in the background.
delete from material_review;
