## Help
help-pages = Pages of help
help-search = Search the help
help-nothing = No page mentions it. Try another word.
help-all = Open the whole help
help-text = How it works
help-keys = Keys of this screen
