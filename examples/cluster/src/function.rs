//! The SQL function `extract_entities(text [, date])`: Arrow strings in, a list of mentions a row out.

use std::sync::{Arc, LazyLock};

use chrono::Datelike;
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Date32Array, Float32Builder, Int64Builder, ListArray, StringBuilder, StringViewArray, StructArray,
};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::datatypes::{DataType, Date32Type, Field, Fields};
use datafusion::common::{Result, exec_datafusion_err, plan_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use datafusion::scalar::ScalarValue;
use demarche::{Date, Extractor, Mention, Options};

/// What is told of a mention: offsets in bytes of the text, then what it means.
static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    Fields::from(vec![
        Field::new("start", DataType::Int64, false),
        Field::new("end", DataType::Int64, false),
        Field::new("text", DataType::Utf8, false),
        Field::new("kind", DataType::Utf8, false),
        Field::new("name", DataType::Utf8, false),
        Field::new("id", DataType::Utf8, false),
        Field::new("alias_kind", DataType::Utf8, false),
        Field::new("confidence", DataType::Float32, false),
        Field::new("country", DataType::Utf8, true),
    ])
});

/// The function, ready to be registered with a session, a scheduler or an executor.
pub fn extract_entities() -> ScalarUDF {
    ScalarUDF::from(ExtractEntities::new())
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct ExtractEntities {
    signature: Signature,
}

impl ExtractEntities {
    fn new() -> Self {
        ExtractEntities { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for ExtractEntities {
    fn name(&self) -> &str {
        "extract_entities"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    /// Strings of every kind are read as views, dates and times as days; anything else is refused before the query starts.
    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let accepted = |position: usize, given: &DataType| match given {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => Ok(DataType::Utf8View),
            DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) if position == 1 => Ok(DataType::Date32),
            other => plan_err!("extract_entities(text [, date]): argument {} is of type {other}", position + 1),
        };
        match given {
            [_] | [_, _] => given.iter().enumerate().map(|(position, given)| accepted(position, given)).collect(),
            _ => plan_err!("extract_entities(text [, date]) takes one or two arguments, not {}", given.len()),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::List(item()))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let scalar = args.args.iter().all(|arg| matches!(arg, ColumnarValue::Scalar(_)));
        let arrays = ColumnarValue::values_to_arrays(&args.args)?;
        let dates = arrays.get(1).map(Dates::new).transpose()?;
        let list: ArrayRef = Arc::new(extract(arrays[0].as_string_view(), dates.as_ref())?);
        // Constants in, a constant out.
        if scalar {
            return Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&list, 0)?));
        }
        Ok(ColumnarValue::Array(list))
    }
}

fn item() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Struct(FIELDS.clone()), false))
}

/// The second argument: dates, or strings that say dates.
enum Dates<'a> {
    Days(&'a Date32Array),
    Words(&'a StringViewArray),
}

impl<'a> Dates<'a> {
    fn new(array: &'a ArrayRef) -> Result<Self> {
        match array.data_type() {
            DataType::Date32 => Ok(Dates::Days(array.as_primitive())),
            DataType::Utf8View => Ok(Dates::Words(array.as_string_view())),
            other => Err(exec_datafusion_err!("extract_entities: {other} is no date")),
        }
    }

    /// The date of a row; none where it is NULL.
    fn get(&self, row: usize) -> Result<Option<Date>> {
        match self {
            Dates::Days(days) if days.is_valid(row) => {
                let days = days.value(row);
                let date = Date32Type::to_naive_date_opt(days)
                    .and_then(|day| Date::new(u16::try_from(day.year()).ok()?, day.month() as u8, day.day() as u8).ok());
                date.map(Some)
                    .ok_or_else(|| exec_datafusion_err!("extract_entities: the date {days} days after 1970 is out of range"))
            }
            Dates::Words(words) if words.is_valid(row) => match words.value(row).parse() {
                Ok(date) => Ok(Some(date)),
                Err(error) => Err(exec_datafusion_err!("extract_entities: {error}")),
            },
            _ => Ok(None),
        }
    }
}

/// The mentions of each text; NULL for a text that is NULL.
fn extract(texts: &StringViewArray, dates: Option<&Dates<'_>>) -> Result<ListArray> {
    let extractor = Extractor::embedded();
    let mut lengths = Vec::with_capacity(texts.len());
    let mut columns = Columns::default();
    for (row, text) in texts.iter().enumerate() {
        let Some(text) = text else {
            lengths.push(0);
            continue;
        };
        let mut options = Options::new();
        if let Some(date) = dates.map(|dates| dates.get(row)).transpose()?.flatten() {
            options = options.as_of(date);
        }
        let before = columns.rows;
        extractor.extract_with(text, &options).for_each(|mention| columns.push(&mention));
        lengths.push(columns.rows - before);
    }
    let nulls = NullBuffer::new(texts.iter().map(|text| text.is_some()).collect());
    Ok(ListArray::try_new(item(), OffsetBuffer::from_lengths(lengths), Arc::new(columns.finish()?), Some(nulls))?)
}

/// The columns of the mentions under construction.
#[derive(Default)]
struct Columns {
    rows: usize,
    start: Int64Builder,
    end: Int64Builder,
    words: [StringBuilder; 5],
    confidence: Float32Builder,
    country: StringBuilder,
}

impl Columns {
    fn push(&mut self, mention: &Mention<'_>) {
        self.rows += 1;
        self.start.append_value(mention.start() as i64);
        self.end.append_value(mention.end() as i64);
        let values = [mention.text(), mention.kind().as_str(), mention.name(), mention.id(), mention.alias_kind().as_str()];
        for (builder, value) in self.words.iter_mut().zip(values) {
            builder.append_value(value);
        }
        self.confidence.append_value(mention.confidence());
        self.country.append_option(mention.country());
    }

    fn finish(mut self) -> Result<StructArray> {
        let mut arrays: Vec<ArrayRef> = vec![Arc::new(self.start.finish()), Arc::new(self.end.finish())];
        arrays.extend(self.words.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef));
        arrays.push(Arc::new(self.confidence.finish()));
        arrays.push(Arc::new(self.country.finish()));
        Ok(StructArray::try_new(FIELDS.clone(), arrays, None)?)
    }
}

#[cfg(test)]
mod tests {
    use datafusion::arrow::util::pretty::pretty_format_batches;
    use datafusion::prelude::SessionContext;

    async fn answer(query: &str) -> Result<String, String> {
        let context = SessionContext::new();
        context.register_udf(super::extract_entities());
        let frame = context.sql(query).await.map_err(|error| error.to_string())?;
        let batches = frame.collect().await.map_err(|error| error.to_string())?;
        Ok(pretty_format_batches(&batches).map_err(|error| error.to_string())?.to_string())
    }

    const FIELDS: &str = "m['start'] AS start, m['end'] AS \"end\", m['id'] AS id, m['country'] AS country";

    #[tokio::test]
    async fn mentions_of_a_constant() {
        let query =
            format!("SELECT {FIELDS} FROM (SELECT unnest(extract_entities('Kazakh President Tokayev left for Brussels')) AS m)");
        let table = answer(&query).await.unwrap();
        assert!(table.contains("| 0     | 16  | office:KZ/president            | KZ      |"), "{table}");
        assert!(table.contains("| 17    | 24  | official:kassym-jomart-tokayev | KZ      |"), "{table}");
    }

    #[tokio::test]
    async fn a_date_tells_namesakes_apart_whatever_its_type() {
        for date in ["'1990-08-02'", "DATE '1990-08-02'", "TIMESTAMP '1990-08-02T13:00:00'", "arrow_cast('1990-08-02', 'Date64')"]
        {
            let query = format!("SELECT {FIELDS} FROM (SELECT unnest(extract_entities('US President Bush spoke', {date})) AS m)");
            let table = answer(&query).await.unwrap();
            assert!(table.contains("official:george-h-w-bush"), "{date}: {table}");
        }
        let query = format!("SELECT {FIELDS} FROM (SELECT unnest(extract_entities('US President Bush spoke', '2005')) AS m)");
        let table = answer(&query).await.unwrap();
        assert!(table.contains("official:george-w-bush"), "{table}");
    }

    #[tokio::test]
    async fn every_string_type_gives_the_same() {
        let mut tables = Vec::new();
        for of_type in ["Utf8", "LargeUtf8", "Utf8View"] {
            let query = format!(
                "SELECT doc, {FIELDS} FROM (SELECT doc, unnest(extract_entities(arrow_cast(t, '{of_type}'))) AS m
                 FROM (VALUES (1, 'Chad and Mali'), (2, 'Côte d’Ivoire'), (3, 'nothing')) AS docs(doc, t)) ORDER BY doc, start"
            );
            tables.push(answer(&query).await.unwrap());
        }
        assert!(tables[0].contains("country:TD") && tables[0].contains("country:CI"), "{}", tables[0]);
        assert!(tables.iter().all(|table| *table == tables[0]), "{tables:?}");
    }

    #[tokio::test]
    async fn null_and_empty_rows() {
        let query = "SELECT i, extract_entities(t, d) IS NULL AS missing, cardinality(extract_entities(t, d)) AS n
            FROM (VALUES (1, NULL, '2020'), (2, '', NULL), (3, 'Chad and Mali', NULL)) AS docs(i, t, d) ORDER BY i";
        let table = answer(query).await.unwrap();
        assert!(table.contains("| 1 | true    |"), "{table}");
        assert!(table.contains("| 2 | false   | 0 |"), "{table}");
        assert!(table.contains("| 3 | false   | 2 |"), "{table}");
        let table =
            answer("SELECT extract_entities(NULL) IS NULL AS a, extract_entities('Chad', NULL) IS NULL AS b").await.unwrap();
        assert!(table.contains("| true | false |"), "{table}");
    }

    #[tokio::test]
    async fn no_rows_give_no_rows() {
        let query = format!(
            "SELECT {FIELDS} FROM (SELECT unnest(extract_entities(t)) AS m FROM (VALUES ('x')) AS docs(t) WHERE t = 'y')"
        );
        let table = answer(&query).await.unwrap();
        assert_eq!(table.lines().count(), 2, "{table}");
    }

    /// The answer is the library's, mention by mention, over columns of several batches.
    #[tokio::test]
    async fn it_says_what_the_library_says() {
        let texts = ["Kazakh President Tokayev met Antony Blinken.", "", "The C5+1 met in Astana; the G20 in New Delhi."];
        let rows: Vec<String> = (0..300).map(|i| format!("({i}, '{}')", texts[i % 3])).collect();
        let query = format!(
            "SELECT i, m['start'] AS s, m['end'] AS e, m['id'] AS id FROM (SELECT i, unnest(extract_entities(t, '2023-02-28')) AS m
             FROM (VALUES {}) AS docs(i, t)) ORDER BY i, s",
            rows.join(", ")
        );
        let options = demarche::Options::new().as_of("2023-02-28".parse().unwrap());
        let extractor = demarche::Extractor::embedded();
        let expected: Vec<String> = (0..300)
            .flat_map(|i| {
                extractor
                    .extract_with(texts[i % 3], &options)
                    .map(move |m| format!("{i} {} {} {}", m.start(), m.end(), m.id()))
                    .collect::<Vec<_>>()
            })
            .collect();
        let table = answer(&query).await.unwrap();
        let found: Vec<String> = table
            .lines()
            .skip(3)
            .filter(|line| line.starts_with('|'))
            .map(|line| line.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "))
            .collect();
        assert!(expected.len() > 600);
        assert_eq!(found, expected);
    }

    #[tokio::test]
    async fn what_cannot_be_a_text_or_a_date_is_told() {
        for (query, told) in [
            ("SELECT extract_entities('Chad', '2020-13-01')", "2020-13"),
            ("SELECT extract_entities('Chad', DATE '-0044-03-15')", "out of range"),
            ("SELECT extract_entities('Chad', 7)", "argument 2"),
            ("SELECT extract_entities(DATE '2020-01-01')", "argument 1"),
            ("SELECT extract_entities('Chad', '2020', '2021')", "one or two"),
        ] {
            let error = answer(query).await.unwrap_err();
            assert!(error.contains("extract_entities") && error.contains(told), "{query}: {error}");
        }
    }
}
