//! Actions without code of their own: the emulator checks their parameters and answers with their
//! examples.
#![cfg(test)]

mod made_up_product {
    use ucloud_umem::ErrorKind;
    use ucloud_umem::actions::GetRecipe;
    use ucloud_umem::enums::DishState;
    use umem_emulator::Emulator;

    #[tokio::test]
    async fn an_action_answers_from_its_example() {
        let client = Emulator::new().client();
        let response = client.get_recipe("r-1").send().await.unwrap();
        assert_eq!(response.state, DishState::Cooking);
        assert_eq!(response.numbers, [1, 2, 3]);
        let response = client.send(GetRecipe::new("r-1")).await.unwrap();
        assert_eq!(response.state.as_str(), "cooking");
    }

    #[tokio::test]
    async fn its_parameters_are_checked() {
        let client = Emulator::new().client();
        let error = client.action("GetRecipe").send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert!(error.to_string().contains("RecipeId"), "{error}");
    }

    #[tokio::test]
    async fn its_list_is_read_to_the_end() {
        let client = Emulator::new().client();
        let mut ovens = client.list_oven().region("north-1").without_zone().max(5).items();
        let mut names = Vec::new();
        while let Some(name) = ovens.try_next().await.unwrap() {
            names.push(name);
        }
        assert_eq!(names, ["left", "right"]);
    }
}
