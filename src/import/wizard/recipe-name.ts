export const RECIPE_FILE = "recipe.json";
