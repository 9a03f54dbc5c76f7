use std::cell::RefCell;
use std::rc::Rc;

use super::*;

type Told = Rc<RefCell<Vec<Change>>>;

/// What is known of the file at `path`, which was just read, and what is told of it.
fn looking(path: &Path) -> (Looking<impl FnMut(Change)>, Told) {
    let told = Told::default();
    let tells = Rc::clone(&told);
    let mut looking = Looking::new(path.to_owned(), move |change| {
        tells.borrow_mut().push(change);
    });
    looking.begin(Stamp::of(path));
    // The first quiet look notes what the file holds.
    looking.look(false);
    (looking, told)
}

#[test]
fn other_bytes_are_told_of_and_the_same_bytes_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.ron");
    fs::write(&path, "one").unwrap();
    let (mut looking, told) = looking(&path);
    // Saved again without a change, in both manners of editors.
    fs::write(&path, "one").unwrap();
    looking.look(true);
    super::super::write_atomically(&path, b"one").unwrap();
    looking.look(true);
    assert_eq!(*told.borrow(), []);
    fs::write(&path, "two").unwrap();
    looking.look(true);
    assert_eq!(*told.borrow(), [Change::Changed]);
    // A look without a hint from the system finds as much.
    fs::write(&path, "three").unwrap();
    looking.look(false);
    looking.look(false);
    assert_eq!(told.borrow().len(), 2);
}

#[test]
fn what_changed_before_the_first_look_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.ron");
    fs::write(&path, "one").unwrap();
    let read = Stamp::of(&path);
    fs::write(&path, "longer").unwrap();
    let told = Told::default();
    let tells = Rc::clone(&told);
    let mut looking = Looking::new(path, move |change| {
        tells.borrow_mut().push(change);
    });
    looking.begin(read);
    assert_eq!(*told.borrow(), [Change::Changed]);
}

#[test]
fn a_reading_that_something_else_stood_in_the_way_of_is_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.ron");
    fs::write(&path, "one").unwrap();
    let (mut looking, told) = looking(&path);
    fs::write(&path, "second").unwrap();
    looking.look(true);
    looking.has_read(Stamp::of(&path));
    assert_eq!(told.borrow().len(), 1);
    // Somebody reads an empty file, and by the next look it is as it was told of last.
    fs::write(&path, "").unwrap();
    let before = Stamp::of(&path);
    fs::write(&path, "second").unwrap();
    looking.look(true);
    assert_eq!(told.borrow().len(), 1);
    looking.has_read(before);
    assert_eq!(told.borrow().len(), 2);
    looking.has_read(Stamp::of(&path));
    assert_eq!(told.borrow().len(), 2);
}

#[cfg(unix)]
#[test]
fn links_are_followed_one_by_one_and_never_for_ever() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("far")).unwrap();
    symlink("far/link", at("story.ron")).unwrap();
    symlink("../real.ron", at("far/link")).unwrap();
    assert_eq!(
        links(&at("story.ron")),
        [at("story.ron"), at("far/link"), at("far/../real.ron")]
    );
    symlink("b", at("a")).unwrap();
    symlink("a", at("b")).unwrap();
    assert_eq!(links(&at("a")).len(), MOST_LINKS);
}

/// A watched file, and what is told of it.
struct Watched {
    path: PathBuf,
    told: Receiver<Change>,
    _watch: Watch,
}

impl Watched {
    fn new(path: PathBuf) -> Self {
        let (sender, told) = channel();
        let read = Stamp::of(&path);
        let watch = Watch::begin(&path, read, move |change| {
            let _ = sender.send(change);
        });
        Self {
            path,
            told,
            _watch: watch,
        }
    }

    /// Waits until `change` is told of after `act`, which may be told of in several steps.
    fn tells(&self, change: Change, act: impl FnOnce(&Path)) {
        while self.told.try_recv().is_ok() {}
        act(&self.path);
        loop {
            let told = self.told.recv_timeout(Duration::from_mins(1));
            if told.expect("it is told of") == change {
                return;
            }
        }
    }
}

fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(name)
}

#[test]
fn every_way_of_saving_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.ron");
    fs::write(&path, "one").unwrap();
    let watched = Watched::new(path);
    watched.tells(Change::Changed, |path| fs::write(path, "in place").unwrap());
    watched.tells(Change::Changed, |path| {
        let mut file = File::create(path).unwrap();
        io::Write::write_all(&mut file, b"half").unwrap();
        thread::sleep(RESTLESS);
        io::Write::write_all(&mut file, b" and half").unwrap();
    });
    // As VS Code and many libraries do.
    watched.tells(Change::Changed, |path| {
        fs::write(beside(path, "new"), "renamed").unwrap();
        fs::rename(beside(path, "new"), path).unwrap();
    });
    // As vim does.
    watched.tells(Change::Changed, |path| {
        fs::rename(path, beside(path, "story.ron~")).unwrap();
        fs::write(path, "after a backup").unwrap();
    });
    watched.tells(Change::Changed, |path| {
        fs::remove_file(path).unwrap();
        fs::write(path, "deleted and written anew").unwrap();
    });
    watched.tells(Change::Gone, |path| fs::remove_file(path).unwrap());
    watched.tells(Change::Changed, |path| fs::write(path, "back").unwrap());
}

#[cfg(unix)]
#[test]
fn a_link_is_watched_where_it_stands_and_where_it_leads_to() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real");
    fs::create_dir(&real).unwrap();
    fs::write(real.join("one.ron"), "one").unwrap();
    fs::write(real.join("two.ron"), "two").unwrap();
    let link = folder.path().join("story.ron");
    symlink("real/one.ron", &link).unwrap();
    let watched = Watched::new(link);
    watched.tells(Change::Changed, |_| {
        fs::write(real.join("new"), "other").unwrap();
        fs::rename(real.join("new"), real.join("one.ron")).unwrap();
    });
    watched.tells(Change::Changed, |link| {
        symlink("real/two.ron", beside(link, "new")).unwrap();
        fs::rename(beside(link, "new"), link).unwrap();
    });
    watched.tells(Change::Changed, |_| {
        fs::write(real.join("two.ron"), "where it leads to now").unwrap();
    });
}

#[test]
fn a_folder_that_goes_and_comes_back_is_watched_again() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("story.ron"), "one").unwrap();
    let watched = Watched::new(inner.join("story.ron"));
    watched.tells(Change::Gone, |_| fs::remove_dir_all(&inner).unwrap());
    watched.tells(Change::Changed, |path| {
        fs::create_dir(&inner).unwrap();
        fs::write(path, "two").unwrap();
    });
    watched.tells(Change::Changed, |path| fs::write(path, "three").unwrap());
}
