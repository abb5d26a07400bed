import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import com.univocity.parsers.fixed.FixedWidthParser;
import com.univocity.parsers.fixed.FixedWidthParserSettings;
import java.io.File;
import java.nio.charset.StandardCharsets;

/** 送付先情報 in CP932 to CSV in UTF-8: FixedToCsv soufusaki.csv IN. */
final class FixedToCsv {
  public static void main(String[] arguments) throws Exception {
    FixedWidthParserSettings input = new FixedWidthParserSettings(Layout.fields(arguments[0]));
    input.getFormat().setLineSeparator("\r\n");
    CsvWriterSettings output = new CsvWriterSettings();
    output.getFormat().setLineSeparator("\r\n");
    FixedWidthParser parser = new FixedWidthParser(input);
    CsvWriter writer = new CsvWriter(System.out, StandardCharsets.UTF_8, output);
    parser.beginParsing(new File(arguments[1]), "MS932");
    String[] row;
    while ((row = parser.parseNext()) != null) writer.writeRow(row);
    writer.close();
  }
}
