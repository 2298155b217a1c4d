//! What a browser makes of HTML: the tree of html5ever, and what of its text is seen.
//!
//! Shares nothing with the reader but the standard.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{
    Attribute, ExpandedName, LocalName, ParseOpts, QualName, local_name, ns, parse_fragment,
};

/// A node: an element, text, or neither.
pub(crate) struct Node {
    pub(crate) name: Option<QualName>,
    pub(crate) attributes: RefCell<Vec<Attribute>>,
    pub(crate) text: RefCell<String>,
    pub(crate) children: RefCell<Vec<Rc<Node>>>,
    parent: RefCell<Weak<Node>>,
    template: RefCell<Option<Rc<Node>>>,
    integration_point: Cell<bool>,
}

impl Node {
    fn new(name: Option<QualName>, attributes: Vec<Attribute>, text: &str) -> Rc<Self> {
        Rc::new(Self {
            name,
            attributes: RefCell::new(attributes),
            text: RefCell::new(text.to_owned()),
            children: RefCell::default(),
            parent: RefCell::default(),
            template: RefCell::default(),
            integration_point: Cell::default(),
        })
    }

    /// The element's name.
    pub(crate) fn tag(&self) -> &str {
        self.name.as_ref().map_or("", |name| &name.local)
    }

    /// Whether it is an element with that attribute, and the value of it.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let attributes = self.attributes.borrow();
        let found = attributes.iter().find(|attribute| &*attribute.name.local == name)?;
        Some(found.value.to_string())
    }

    fn index_in_parent(self: &Rc<Self>) -> Option<(Rc<Self>, usize)> {
        let parent = self.parent.borrow().upgrade()?;
        let index = parent.children.borrow().iter().position(|child| Rc::ptr_eq(child, self))?;
        Some((parent, index))
    }

    fn insert(self: &Rc<Self>, index: usize, child: NodeOrText<Rc<Self>>) {
        let child = match child {
            NodeOrText::AppendText(text) => {
                let before = index.checked_sub(1).map(|at| self.children.borrow()[at].clone());
                if let Some(before) = before.filter(|before| before.is_text()) {
                    before.text.borrow_mut().push_str(&text);
                    return;
                }
                Self::new(None, Vec::new(), &text)
            }
            NodeOrText::AppendNode(node) => node,
        };
        child.remove();
        *child.parent.borrow_mut() = Rc::downgrade(self);
        let index = index.min(self.children.borrow().len());
        self.children.borrow_mut().insert(index, child);
    }

    fn is_text(&self) -> bool {
        self.name.is_none() && !self.text.borrow().is_empty()
    }

    fn remove(self: &Rc<Self>) {
        if let Some((parent, index)) = self.index_in_parent() {
            parent.children.borrow_mut().remove(index);
        }
        *self.parent.borrow_mut() = Weak::new();
    }
}

/// The tree of a fragment, as in a `<div>`.
pub(crate) fn parse(html: &str) -> Rc<Node> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let sink = Sink { document: Node::new(None, Vec::new(), "") };
    let parser = parse_fragment(sink, ParseOpts::default(), context, Vec::new(), false);
    parser.one(StrTendril::from(html))
}

struct Sink {
    document: Rc<Node>,
}

impl TreeSink for Sink {
    type Handle = Rc<Node>;
    type Output = Rc<Node>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Rc<Node> {
        self.document
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Rc<Node> {
        Rc::clone(&self.document)
    }

    fn elem_name<'a>(&'a self, target: &'a Rc<Node>) -> ExpandedName<'a> {
        target.name.as_ref().expect("an element").expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Rc<Node> {
        let node = Node::new(Some(name), attributes, "");
        node.integration_point.set(flags.mathml_annotation_xml_integration_point);
        if flags.template {
            *node.template.borrow_mut() = Some(Node::new(None, Vec::new(), ""));
        }
        node
    }

    fn create_comment(&self, _: StrTendril) -> Rc<Node> {
        Node::new(None, Vec::new(), "")
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Rc<Node> {
        Node::new(None, Vec::new(), "")
    }

    fn append(&self, parent: &Rc<Node>, child: NodeOrText<Rc<Node>>) {
        let end = parent.children.borrow().len();
        parent.insert(end, child);
    }

    fn append_before_sibling(&self, sibling: &Rc<Node>, child: NodeOrText<Rc<Node>>) {
        let (parent, index) = sibling.index_in_parent().expect("a sibling has a parent");
        parent.insert(index, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Rc<Node>,
        previous: &Rc<Node>,
        child: NodeOrText<Rc<Node>>,
    ) {
        if element.index_in_parent().is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn get_template_contents(&self, target: &Rc<Node>) -> Rc<Node> {
        target.template.borrow().clone().expect("a template")
    }

    fn same_node(&self, one: &Rc<Node>, other: &Rc<Node>) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn is_mathml_annotation_xml_integration_point(&self, node: &Rc<Node>) -> bool {
        node.integration_point.get()
    }

    fn remove_from_parent(&self, target: &Rc<Node>) {
        target.remove();
    }

    fn reparent_children(&self, node: &Rc<Node>, new_parent: &Rc<Node>) {
        let children = node.children.take();
        for child in &children {
            *child.parent.borrow_mut() = Rc::downgrade(new_parent);
        }
        new_parent.children.borrow_mut().extend(children);
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Rc<Node>, attributes: Vec<Attribute>) {
        let mut own = target.attributes.borrow_mut();
        let names: Vec<LocalName> = own.iter().map(|own| own.name.local.clone()).collect();
        own.extend(attributes.into_iter().filter(|other| !names.contains(&other.name.local)));
    }
}

/// A character that is seen, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(clippy::struct_excessive_bools, reason = "styles are independent of each other")]
pub(crate) struct Seen {
    pub(crate) character: char,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) strike: bool,
    /// Whether it is in a heading, of which all is bold.
    pub(crate) heading: bool,
}

/// The letters and digits that are seen, in order. No element that has other text than its own
/// (numbers of items, descriptions of images) is looked at, nor any style sheet.
pub(crate) fn letters(html: &str) -> Vec<Seen> {
    let plain = Seen { character: ' ', bold: false, italic: false, strike: false, heading: false };
    let mut seen = Vec::new();
    collect(&parse(html), plain, &mut seen);
    seen
}

fn collect(node: &Node, mut look: Seen, seen: &mut Vec<Seen>) {
    let style = node.attribute("style").unwrap_or_default();
    let is_hidden = match node.tag() {
        "script" | "style" | "title" | "textarea" | "iframe" | "noembed" | "noframes"
        | "noscript" | "select" | "object" | "applet" | "video" | "audio" | "canvas" | "svg"
        | "math" | "template" | "datalist" | "meter" | "progress" => true,
        _ if node.name.as_ref().is_some_and(|name| name.ns != ns!(html)) => true,
        _ => node.attribute("hidden").is_some(),
    };
    // The last two: what is too small to be seen, and the marks of Word's items.
    let hides = ["display:none", "font-size:1px", "mso-list:Ignore"];
    let is_hidden = is_hidden || hides.iter().any(|hide| style.contains(hide));
    if is_hidden {
        return;
    }
    match node.tag() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => look.heading = true,
        "b" | "strong" => look.bold = true,
        "i" | "em" | "cite" | "dfn" | "var" => look.italic = true,
        "s" | "del" | "strike" => look.strike = true,
        _ => {}
    }
    if style.contains("font-weight:normal") {
        look.bold = false;
    }
    let text = node.text.borrow();
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    let bold = look.bold || look.heading;
    seen.extend(letters.map(|character| Seen { character, bold, ..look }));
    for child in &*node.children.borrow() {
        collect(child, look, seen);
    }
}
