// Written by `cargo xtask regenerate` from api-spec/actions/. Edit that instead.

//! The documented replies, which tests read and the emulator answers with.

pub(super) const CLOSE_KITCHEN: &str = r#"{ "RetCode": 0 }
"#;

pub(super) const CREATE_MEAL: &str = r#"{ "RetCode": 0, "MealId": "meal-1" }
"#;

pub(super) const DESCRIBE_DISH: &str = r#"{
  "Action": "DescribeDishResponse",
  "RetCode": 0,
  "Message": "",
  "TotalCount": "9",
  "DataSet": [
    {
      "DishId": "dish-1",
      "State": "Done",
      "Type": "soup",
      "CreateTime": 1577836800,
      "EndTime": "1577836801",
      "Weight": 0.35,
      "Price": "12.50",
      "Fee": "150",
      "Tip": 100.0,
      "Count": 1234567,
      "Vegan": true,
      "Gift": 0,
      "Hot": "Yes",
      "Spicy": "disable",
      "Heat": "very hot",
      "Note": "bm8gb25pb25z",
      "Remark": "plain",
      "Secret": "hunter2",
      "Key": "aHVudGVyMg==",
      "Rank": 4,
      "Protocol": "spoon",
      "Old": "a \"quoted\" \\ text"
    },
    {
      "DishId": 2,
      "State": "Raw",
      "Type": "",
      "CreateTime": 0,
      "Weight": 2,
      "Tip": 0,
      "Count": -5,
      "Vegan": "false",
      "Hot": "No",
      "Note": "b25l",
      "Secret": "",
      "Calories": null
    }
  ]
}
"#;

pub(super) const GET_RECIPE: &str = r#"{
  "RetCode": 0,
  "State": "cooking",
  "Ingredients": { "flour": { "g": 500, "a/b~c": [1, 2.5, null, true] } },
  "Extra": [],
  "Steps": {
    "Title": "Mix",
    "Steps": [{ "Title": "Sift", "Steps": [], "Aside": {} }],
    "Next": { "Title": "Bake", "Steps": [], "Aside": { "Step": { "Title": "Wait", "Steps": [], "Aside": {} } } },
    "Aside": {}
  },
  "Choices": { "Name": "Sugar", "Error": { "Reason": "none left", "FromJson": "x" } },
  "Numbers": [1, "2", 3.0],
  "Weights": [0.5, 1],
  "Flags": [true, 0],
  "States": ["Done", "Raw"],
  "Times": [0],
  "Names": ["a", 1, true],
  "Fresh": true,
  "Open": false,
  "Public": 1,
  "Tested": "true",
  "PhotoURL": "http://a.example/b?Expires=1&Signature=abc\n",
  "VideoURL": "http://a.example/c",
  "PhotoURLs": ["http://a.example/d?sign=abc"],
  "Motto": "Eat well",
  "Metadata": "m"
}
"#;

pub(super) const LIST_ORDER: &str = r#"{ "RetCode": 0, "Orders": [{ "Id": "o-1", "State": "Ready" }, null, { "Id": "o-2" }], "Others": [] }
"#;

pub(super) const LIST_OVEN: &str = r#"{ "RetCode": 0, "Ovens": ["left", "right"] }
"#;

pub(super) const RESERVE_TABLE: &str = r#"{ "RetCode": 0, "Missing": "no", "VPCId": "v-1", "VpcId": "v-2" }
"#;
