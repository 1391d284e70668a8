package io.github.arazzojunit.criterion.jsonpath;

import io.github.arazzojunit.criterion.jsonpath.FilterParser.Reading;
import io.github.arazzojunit.criterion.jsonpath.Query.Origin;
import io.github.arazzojunit.criterion.jsonpath.Segment.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads queries, segments and selectors (RFC 9535, sections 2.1 to 2.5). */
final class QueryParser {

    private final Cursor cursor;
    private final LiteralParser literals;

    QueryParser(Cursor cursor) {
        this.cursor = cursor;
        this.literals = new LiteralParser(cursor);
    }

    boolean isAtQuery() {
        return cursor.isAt("$") || cursor.isAt("@");
    }

    /** Reads a query; blanks behind it stay unread. */
    Query query() throws JsonPathSyntaxException {
        Origin origin = cursor.next() == '$' ? Origin.ROOT : Origin.CURRENT;
        List<Segment> segments = new ArrayList<>();
        int end = cursor.index();
        cursor.skipBlanks();
        while (cursor.isAt(".") || cursor.isAt("[")) {
            segments.add(segment());
            end = cursor.index();
            cursor.skipBlanks();
        }
        cursor.reset(end);
        return new Query(origin, segments);
    }

    private Segment segment() throws JsonPathSyntaxException {
        if (cursor.take("..")) {
            List<Selector> selectors = cursor.isAt("[") ? bracketed() : List.of(dotted());
            return new Segment(Reach.DESCENDANT, selectors);
        }
        return cursor.take(".") ? Segment.child(dotted()) : new Segment(Reach.CHILD, bracketed());
    }

    private Selector dotted() throws JsonPathSyntaxException {
        if (cursor.take("*")) {
            return new Selector.Wildcard();
        }
        int start = cursor.index();
        if (!MemberName.canStart(cursor.peek())) {
            throw cursor.expected("a member name or '*' behind the dot");
        }
        while (MemberName.canContinue(cursor.peek())) {
            cursor.next();
        }
        return new Selector.Name(cursor.textSince(start));
    }

    private List<Selector> bracketed() throws JsonPathSyntaxException {
        List<Selector> selectors = new ArrayList<>();
        cursor.expect("[", "'['");
        do {
            cursor.skipBlanks();
            selectors.add(selector());
            cursor.skipBlanks();
        } while (cursor.take(","));
        cursor.expect("]", "',' or ']'");
        return selectors;
    }

    private Selector selector() throws JsonPathSyntaxException {
        if (literals.isAtString()) {
            return new Selector.Name(literals.string());
        }
        if (cursor.take("*")) {
            return new Selector.Wildcard();
        }
        if (cursor.take("?")) {
            cursor.enterFilter();
            LogicalExpression expression = new FilterParser(cursor, Reading.FILTER).expression();
            cursor.leaveFilter();
            return new Selector.Filter(expression);
        }
        return indexOrSlice();
    }

    private Selector indexOrSlice() throws JsonPathSyntaxException {
        Optional<Long> start = optionalInteger();
        int end = cursor.index();
        cursor.skipBlanks();
        if (cursor.take(":")) {
            return slice(start);
        }
        cursor.reset(end);
        return new Selector.Index(
                start.orElseThrow(() -> cursor.expected("a quoted name, an index, a slice, '*' or '?'")));
    }

    private Selector slice(Optional<Long> start) throws JsonPathSyntaxException {
        cursor.skipBlanks();
        Optional<Long> end = optionalInteger();
        cursor.skipBlanks();
        if (!cursor.take(":")) {
            return new Selector.Slice(start, end, Optional.empty());
        }
        cursor.skipBlanks();
        return new Selector.Slice(start, end, optionalInteger());
    }

    private Optional<Long> optionalInteger() throws JsonPathSyntaxException {
        return literals.isAtNumber() ? Optional.of(literals.integer()) : Optional.empty();
    }
}
